import type { RunStatus, StepStatus } from '@sluice/schema';
import type { ChipTone } from '../ui/Chip.tsx';
import { say } from '../words/say.ts';

interface StatusLook {
  readonly tone: ChipTone;
  readonly label: string;
}

/** How each state of a run is shown and called. */
export const runStatusLook: Readonly<Record<RunStatus, StatusLook>> = {
  running: { tone: 'run', label: say('runs.status.running') },
  waiting: { tone: 'wait', label: say('runs.status.waiting') },
  succeeded: { tone: 'ok', label: say('runs.status.succeeded') },
  failed: { tone: 'fail', label: say('runs.status.failed') },
  cancelled: { tone: 'skip', label: say('runs.status.cancelled') },
};

/** How each state of a step is shown and called. */
export const stepStatusLook: Readonly<Record<StepStatus | 'pending' | 'given', StatusLook>> = {
  pending: { tone: 'plain', label: say('runs.step-status.pending') },
  running: { tone: 'run', label: say('runs.status.running') },
  waiting: { tone: 'wait', label: say('runs.status.waiting') },
  retrying: { tone: 'wait', label: say('runs.step-status.retrying') },
  succeeded: { tone: 'ok', label: say('runs.status.succeeded') },
  failed: { tone: 'fail', label: say('runs.status.failed') },
  skipped: { tone: 'skip', label: say('runs.step-status.skipped') },
  given: { tone: 'plain', label: say('runs.given') },
};
