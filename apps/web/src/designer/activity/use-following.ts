import { useEffect, useRef } from 'react';
import { useRuns } from '../../api/runs.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useDesigner } from '../state/designer-context.ts';

/** Shows a run of this flow as it arrives, unless the person has chosen another. */
export function useFollowing(): void {
  const { screen, announcements } = useDesigner();
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const { data } = useRuns({ flowId });
  const newest = data && (data.pages[0]?.items[0] ?? null);
  const known = useRef<string | null>(undefined);

  useEffect(() => {
    if (newest === undefined) return;
    const id = newest?.id ?? null;
    // A test of one step is shown where it was asked for.
    const isWhole = newest?.only === undefined;
    if (known.current !== undefined && known.current !== id && newest && isWhole) {
      screen.getState().follow(newest.id);
      announcements.getState().say(say('designer.activity.started', { title: newest.title }));
    }
    known.current = id;
  }, [newest, screen, announcements]);
}
