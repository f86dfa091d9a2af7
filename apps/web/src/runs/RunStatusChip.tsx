import type { RunStatus } from '@sluice/schema';
import { Chip } from '../ui/Chip.tsx';
import { runStatusLook } from './run-status.ts';

/** The state of a run in a word. */
export function RunStatusChip({ status }: { readonly status: RunStatus }) {
  const { tone, label } = runStatusLook[status];
  return <Chip tone={tone}>{label}</Chip>;
}
