import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { type Nudge, createNudge } from './nudge.ts';
import { useClipboard } from './use-clipboard.ts';
import { useCommands } from './use-commands.ts';

/**
 * The keys of the drawing. They work while the focus is on the canvas or nowhere; what undoes and
 * searches works from anywhere but a text box, and nothing works behind a dialog.
 */
export function useCanvasKeys(): void {
  const designer = useDesigner();
  const commands = useCommands();
  const mayBuild = useMayBuild();
  const { fitView } = useReactFlow();
  useClipboard();

  useEffect(() => {
    const { canvas, document: flow, screen } = designer;
    const nudge: Nudge = createNudge(designer);
    const selected = () => canvas.getState().selectedIds;

    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = control ? anywhere(key, event.shiftKey) : undefined;
      const doIt =
        act ?? (isOnCanvas(event.target) ? onCanvas(key, control, event.shiftKey) : undefined);
      if (key === '?' && !control) screen.getState().open({ name: 'shortcuts' });
      else if (doIt) doIt();
      else return;
      event.preventDefault();
    }

    /** Keys act on what is selected, so a node reached by Tab becomes that; a pointer chooses itself. */
    function chooseFocused({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      if (!target.matches('.react-flow__node:focus-visible')) return;
      const nodeId = target.dataset['id'];
      if (nodeId && !selected().includes(nodeId)) canvas.getState().select([nodeId]);
    }

    function anywhere(key: string, shift: boolean): (() => void) | undefined {
      if (!mayBuild) return undefined;
      const { undo, redo } = flow.getState();
      if (key === 'z') return shift ? redo : undo;
      if (key === 'y') return redo;
      return undefined;
    }

    function onCanvas(key: string, control: boolean, shift: boolean): (() => void) | undefined {
      if (control && key === 'a') return selectAll;
      if (!control && key === 'Escape' && selected().length > 0)
        return () => canvas.getState().select([]);
      const [nodeId] = selected();
      if (key === 'Enter' && nodeId && !control)
        return () => screen.getState().openSettings(nodeId);
      if (key === 'f' && !control) return () => void fitView({ padding: 0.12, maxZoom: 1 });
      return mayBuild ? building(key, control, shift) : undefined;
    }

    function building(key: string, control: boolean, shift: boolean): (() => void) | undefined {
      const ids = selected();
      const [nodeId] = ids;
      if (key === 'Delete' || key === 'Backspace') {
        return () => {
          const edges = canvas.getState().edges.filter((edge) => edge.selected);
          if (edges.length > 0) commands.disconnect(edges.map((edge) => edge.id));
          if (shift) commands.removeAndReconnect(ids);
          else commands.remove(ids);
        };
      }
      if (!nodeId) return undefined;
      if (control) return key === 'd' ? () => commands.duplicate(ids) : undefined;
      if (key === 'c') return () => screen.getState().open({ name: 'connect', nodeId });
      if (key === 'd') {
        const node = flow.getState().flow.nodes.find((each) => each.id === nodeId);
        return () => commands.setDisabled(ids, node?.disabled !== true);
      }
      return nudge.step(key, shift);
    }

    function selectAll(): void {
      canvas.getState().select(flow.getState().flow.nodes.map((node) => node.id));
    }

    document.addEventListener('focusin', chooseFocused);
    document.addEventListener('keydown', pressed);
    document.addEventListener('keyup', nudge.commit);
    return () => {
      document.removeEventListener('focusin', chooseFocused);
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('keyup', nudge.commit);
    };
  }, [designer, commands, mayBuild, fitView]);
}

/** Whether the focus is where keys belong to something else: a text box, a dialog, an open menu. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"]',
    ) !== null ||
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  );
}

function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target === document.body) return true;
  return target.closest('.react-flow') !== null && target.closest('button') === null;
}
