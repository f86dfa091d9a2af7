import type { RunDetail } from '@sluice/schema';
import { useShallow } from 'zustand/react/shallow';
import { later, useSoon } from '../../ui/later.tsx';
import { PartBoundary } from '../PartBoundary.tsx';
import type { Told } from './RunBannerPanel.tsx';
import { useOfWatchedRun } from './use-watched-run.ts';

const RunBannerPanel = later(() =>
  import('./RunBannerPanel.tsx').then((module) => module.RunBannerPanel),
);

/** Says that the canvas shows a run, which one, and whether its drawing was another. */
export function RunBanner() {
  const run = useOfWatchedRun(useShallow(told));
  useSoon(RunBannerPanel);
  if (!run) return null;
  return (
    <PartBoundary key={run.id}>
      <RunBannerPanel run={run} />
    </PartBoundary>
  );
}

function told(run: RunDetail | undefined): Told | undefined {
  if (!run) return undefined;
  const { id, title, status, drawing, flowVersion } = run;
  return { id, title, status, drawing, flowVersion };
}
