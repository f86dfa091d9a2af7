import type { RunStatus, StepStatus } from '@sluice/schema';
import type { ChipTone } from '../ui/Chip.tsx';

interface StatusLook {
  readonly tone: ChipTone;
  readonly label: string;
}

/** How each state of a run is shown and called. */
export const runStatusLook: Readonly<Record<RunStatus, StatusLook>> = {
  running: { tone: 'run', label: 'Running' },
  waiting: { tone: 'wait', label: 'Waiting' },
  succeeded: { tone: 'ok', label: 'Succeeded' },
  failed: { tone: 'fail', label: 'Failed' },
  cancelled: { tone: 'skip', label: 'Cancelled' },
};

/** How each state of a step is shown and called. */
export const stepStatusLook: Readonly<Record<StepStatus | 'pending', StatusLook>> = {
  pending: { tone: 'plain', label: 'Not yet' },
  running: { tone: 'run', label: 'Running' },
  waiting: { tone: 'wait', label: 'Waiting' },
  retrying: { tone: 'wait', label: 'Retrying' },
  succeeded: { tone: 'ok', label: 'Succeeded' },
  failed: { tone: 'fail', label: 'Failed' },
  skipped: { tone: 'skip', label: 'Skipped' },
};
