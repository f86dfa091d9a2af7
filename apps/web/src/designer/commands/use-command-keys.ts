import { useEffect } from 'react';
import { createNudge } from '../canvas/nudge.ts';
import { useClipboard } from '../canvas/use-clipboard.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useDesigner } from '../state/designer-context.ts';
import { isOffered } from './command.ts';
import { commandList } from './command-list.ts';
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
  useClipboard();

  useEffect(() => {
    const { canvas } = designer;
    const nudge = createNudge(designer);

    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const onDrawing = isOnDrawing(event.target);
      const scene = gather();
      const command = commandList.find(
        (each) =>
          each.keys?.some((key) => isPressed(key, event)) === true &&
          each.keysOnlyShown !== true &&
          (each.anywhere === true || onDrawing) &&
          isOffered(each, scene),
      );
      const nudging = !command && onDrawing && scene.mayBuild && isPlain(event);
      const act = nudging ? nudge.step(event.key, event.shiftKey) : command?.run;
      if (!act) return;
      act(scene);
      event.preventDefault();
    }

    /** Keys act on what is selected, so what is reached by Tab becomes that; a pointer chooses itself. */
    function chooseFocused({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      if (!target.matches('.react-flow__node:focus-visible')) return;
      const { id } = target.dataset;
      if (id !== undefined && !canvas.getState().selectedIds.includes(id)) showNode(id);
    }

    document.addEventListener('focusin', chooseFocused);
    document.addEventListener('keydown', pressed);
    document.addEventListener('keyup', nudge.commit);
    return () => {
      document.removeEventListener('focusin', chooseFocused);
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('keyup', nudge.commit);
    };
  }, [designer, gather, showNode]);
}

const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"]';

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
