import { isOver } from '@sluice/schema';
import { useEffect, useMemo, useRef } from 'react';
import { useRun } from '../../api/runs.ts';
import { useAddress } from '../../ui/use-address.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useScreen } from '../state/use-screen.ts';
import { createRunPainter } from './paint-run.ts';

/**
 * Keeps the painted run current, and in the page's address when the person chose it, so that the
 * link can be shared.
 */
export function useWatchingRun(): void {
  const { watchedRun, screen, announcements } = useDesigner();
  const runId = useScreen((state) => state.watchedRunId);
  const isChosen = useScreen((state) => !state.followsNewest);
  const { data: run } = useRun(runId);
  const [params, changeAddress] = useAddress();
  const linked = params.get('run') ?? undefined;
  const wanted = isChosen ? runId : undefined;
  const shown = useRef(linked);

  const painter = useMemo(() => createRunPainter(watchedRun), [watchedRun]);
  useEffect(() => painter.show(run), [run, painter]);
  useEffect(() => painter.stop, [painter]);

  const status = run?.status;
  const title = run?.title;
  const was = useRef(status);
  useEffect(() => {
    const ended = status && isOver(status) && was.current && !isOver(was.current);
    if (ended) {
      const state = say(`runs.status.${status}`);
      announcements
        .getState()
        .say(say('designer.activity.run-ended', { title: title ?? '', state }));
    }
    was.current = status;
  }, [status, title, announcements]);

  useEffect(() => {
    if (linked === shown.current) return;
    shown.current = linked;
    if (linked !== screen.getState().watchedRunId) screen.getState().watch(linked);
  }, [linked, screen]);

  useEffect(() => {
    if (wanted === shown.current) return;
    shown.current = wanted;
    changeAddress({ run: wanted });
  }, [wanted, changeAddress]);
}
