import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { copyingEdits, drawingAsText, drawingFromText, excerpt } from './copy-nodes.ts';
import { useCommands } from './use-commands.ts';

/** Cut, copy and paste of nodes, as text, so that they travel between flows and into files. */
export function useClipboard(): void {
  const designer = useDesigner();
  const { remove } = useCommands();
  const mayBuild = useMayBuild();
  const { screenToFlowPosition } = useReactFlow();

  useEffect(() => {
    const { canvas, document: flowDocument, announcements } = designer;

    function copy(event: ClipboardEvent): void {
      const { selectedIds } = canvas.getState();
      if (isText(event.target) || selectedIds.length === 0) return;
      if (globalThis.getSelection()?.isCollapsed === false) return;
      const part = excerpt(flowDocument.getState().flow, selectedIds);
      event.clipboardData?.setData('text/plain', drawingAsText(part));
      event.preventDefault();
      const count = selectedIds.length;
      announcements.getState().say(count === 1 ? 'Node copied.' : `${count} nodes copied.`);
      if (event.type === 'cut' && mayBuild) remove(selectedIds);
    }

    function paste(event: ClipboardEvent): void {
      if (isText(event.target) || !mayBuild) return;
      const part = drawingFromText(event.clipboardData?.getData('text/plain') ?? '');
      if (!part || part.nodes.length === 0) return;
      event.preventDefault();
      const { flow, edit } = flowDocument.getState();
      const { edits, nodeIds } = copyingEdits(flow, part, offsetFor(part.nodes));
      edit(...edits);
      canvas.getState().select(nodeIds);
      announcements
        .getState()
        .say(nodeIds.length === 1 ? 'Node pasted.' : `${nodeIds.length} nodes pasted.`);
    }

    /** Brings what is pasted into the middle of what is seen, unless it would be seen anyway. */
    function offsetFor(nodes: readonly { readonly position: { x: number; y: number } }[]) {
      const view = document.querySelector('.react-flow')?.getBoundingClientRect();
      const first = nodes[0]?.position;
      if (!view || !first) return { x: 32, y: 92 };
      const from = screenToFlowPosition({ x: view.left, y: view.top });
      const to = screenToFlowPosition({ x: view.right, y: view.bottom });
      const seen =
        first.x > from.x && first.x < to.x - 250 && first.y > from.y && first.y < to.y - 160;
      if (seen) return { x: 32, y: 92 };
      return {
        x: Math.round((from.x + to.x) / 2 - first.x - 108),
        y: Math.round((from.y + to.y) / 2 - first.y - 32),
      };
    }

    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [designer, mayBuild, remove, screenToFlowPosition]);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, [role="dialog"]') !== null)
  );
}
