import type { NodeId } from '@sluice/schema';
import { useEffect, useState } from 'react';
import { useSoon } from '../../ui/later.tsx';
import { createNudge } from '../canvas/nudge.ts';
import { useClipboard } from '../canvas/use-clipboard.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useDesigner } from '../state/designer-context.ts';
import { type Command, type Scene, isOffered } from './command.ts';
import { createHeldKeys } from './held-keys.ts';
import { isPressed } from './shortcut.ts';
import { useScene } from './use-scene.ts';

/**
 * Does what the keys of the command list say. They work while the focus is on the drawing or
 * nowhere; what is meant for anywhere works beside it too, and nothing works behind a dialog.
 */
export function useCommandKeys(): void {
  const designer = useDesigner();
  const gather = useScene();
  const showNode = useShowNode();
  const [keys] = useState(() => createHeldKeys(fetchCommands));
  useSoon(keys);
  useClipboard();

  useEffect(() => {
    const { canvas } = designer;
    const nudge = createNudge(designer);

    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      // No command is on these, and moving waits for no script.
      const step =
        isPlain(event) && isOnDrawing(event.target)
          ? nudge.step(event.key, event.shiftKey)
          : undefined;
      if (step) act(event, ({ mayBuild }) => (mayBuild ? step : undefined));
      else keys.press(event);
    }

    function act(event: KeyboardEvent, find: (scene: Scene) => Command['run']): void {
      const selected = gather();
      const meantId = isNothingSelected(selected) ? focusedNode(event) : undefined;
      const scene = meantId === undefined ? selected : withSelected(selected, meantId);
      const run = find(scene);
      if (!run) return;
      if (meantId !== undefined) canvas.getState().select([meantId]);
      run(scene);
      event.preventDefault();
    }

    function selection(): readonly string[] {
      const { selectedIds, edges } = canvas.getState();
      return [...selectedIds, ...edges.filter(({ selected }) => selected).map(({ id }) => id)];
    }

    /** Keys act on what is selected, so what is reached by Tab becomes that; a pointer chooses itself. */
    function chooseFocused({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      if (!target.matches('.react-flow__node:focus-visible')) return;
      const { id } = target.dataset;
      if (id !== undefined && !canvas.getState().selectedIds.includes(id)) showNode(id);
    }

    const leave = keys.serve({
      act: (event, commands) => act(event, (scene) => commandFor(event, commands, scene)?.run),
      selection,
      select: (ids) => {
        const { edges, select, selectEdge } = canvas.getState();
        const edge = edges.find(({ id }) => ids[0] === id);
        if (edge) selectEdge(edge.id);
        else select(ids);
      },
    });
    document.addEventListener('focusin', chooseFocused);
    document.addEventListener('keydown', pressed);
    document.addEventListener('keyup', nudge.commit);
    return () => {
      leave();
      document.removeEventListener('focusin', chooseFocused);
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('keyup', nudge.commit);
    };
  }, [designer, gather, keys, showNode]);
}

async function fetchCommands(): Promise<readonly Command[]> {
  return (await import('./command-list.ts')).commandList;
}

function commandFor(
  event: KeyboardEvent,
  commands: readonly Command[],
  scene: Scene,
): Command | undefined {
  const onDrawing = isOnDrawing(event.target);
  return commands.find(
    (each) =>
      each.keys?.some((key) => isPressed(key, event)) === true &&
      each.keysOnlyShown !== true &&
      (each.anywhere === true || onDrawing) &&
      isOffered(each, scene),
  );
}

const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"], [data-awaited]';

/** The node that a key is pressed on. Escape is how to have nothing selected, so it means none. */
function focusedNode({ key, target }: KeyboardEvent): NodeId | undefined {
  return key !== 'Escape' && target instanceof HTMLElement && target.matches('.react-flow__node')
    ? target.dataset['id']
    : undefined;
}

function isNothingSelected({ ids, edgeIds }: Scene): boolean {
  return ids.length + edgeIds.length === 0;
}

/** The scene as if this were selected: what has the focus is meant where nothing else is. */
function withSelected(scene: Scene, id: NodeId): Scene {
  const { nodes, notes = [] } = scene.designer.document.getState().flow;
  const isIt = (each: { readonly id: string }) => each.id === id;
  return { ...scene, ids: [id], nodes: nodes.filter(isIt), notes: notes.filter(isIt) };
}

/** Whether the focus is where keys belong to something else: a text box, a dialog, an open menu. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(`input, textarea, select, ${ABOVE}`) !== null ||
    document.querySelector(ABOVE) !== null
  );
}

function isOnDrawing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target === document.body) return true;
  return target.closest('.canvas, .flow-list') !== null && target.closest('button') === null;
}

function isPlain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}
