import type { RunStatus } from '@sluice/schema';
import { Chip } from '../ui/Chip.tsx';
import { runStatusLook } from './run-status.ts';

interface RunStatusChipProps {
  readonly status: RunStatus;
  /** Leaves only its sign on a narrow screen; the word is still spoken. */
  readonly shrinks?: boolean;
}

/** The state of a run in a word. */
export function RunStatusChip({ status, shrinks = false }: RunStatusChipProps) {
  const { tone, label } = runStatusLook[status];
  return (
    <Chip tone={tone}>
      <span className={shrinks ? 'max-[1279px]:sr-only' : undefined}>{label}</span>
    </Chip>
  );
}
