import { type Position, manifestIndex } from '@sluice/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { knownConnectionIds } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { toastRefusal, toastWarning } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { partAsText } from './clipboard-text.ts';
import { copyingEdits } from './copy-nodes.ts';
import { focusNode } from './focus-node.ts';
import { offsetInView } from './offset-in-view.ts';
import { useCommands } from './use-commands.ts';

/** Pastes nodes from text: where they best are seen, or with their corner at a place. */
export type Paste = (text: string, at?: Position) => Promise<void>;

/** What pasting into this page's flow does. */
export function usePasting(): Paste {
  const { announcements, canvas, document: flowDocument } = useDesigner();
  const index = manifestIndex(useCatalogue());
  const client = useQueryClient();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => async (text, at) => {
      const [{ partFromText }, { fitPart }] = await Promise.all([
        import('./part-from-text.ts'),
        import('./fit-part.ts'),
      ]);
      const read = partFromText(text);
      if (!read.ok) return toastRefusal(read.why);
      const connectionIds = await knownConnectionIds(client);
      const { flow, edit } = flowDocument.getState();
      const { drawing, standIns, remarks } = fitPart(read.part, { flow, index, connectionIds });
      const offset = offsetInView(drawing, { at, screenToFlowPosition });
      const { edits, ids } = copyingEdits(flow, drawing, { offset, standIns });
      edit(...edits);
      canvas.getState().select(ids);
      const [first] = ids;
      if (first !== undefined) focusNode(first);
      const words = say('designer.paste.done', { count: ids.length });
      if (remarks.length === 0) return announcements.getState().say(words);
      toastWarning(words, { description: remarks.join(' '), duration: 15_000 });
    },
    [announcements, canvas, client, flowDocument, index, screenToFlowPosition],
  );
}

/** Cut, copy and paste of nodes and notes, as text, so that they travel between flows and into files. */
export function useClipboard(): void {
  const designer = useDesigner();
  const { remove } = useCommands();
  const paste = usePasting();
  const mayBuild = useMayBuild();

  useEffect(() => {
    const { canvas, document: flowDocument, announcements } = designer;

    function copy(event: ClipboardEvent): void {
      const { selectedIds } = canvas.getState();
      if (isText(event.target) || selectedIds.length === 0) return;
      if (globalThis.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData(
        'text/plain',
        partAsText(flowDocument.getState().flow, selectedIds),
      );
      event.preventDefault();
      const cut = event.type === 'cut' && mayBuild;
      if (cut) remove(selectedIds);
      const count = selectedIds.length;
      announcements
        .getState()
        .say(cut ? say('designer.paste.cut', { count }) : say('designer.paste.copied', { count }));
    }

    function take(event: ClipboardEvent): void {
      if (isText(event.target) || !mayBuild) return;
      event.preventDefault();
      void paste(event.clipboardData?.getData('text/plain') ?? '');
    }

    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', take);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', take);
    };
  }, [designer, mayBuild, paste, remove]);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, [role="dialog"]') !== null)
  );
}
