import type { RunSummary } from '@sluice/schema';
import { Chip } from '../ui/Chip.tsx';
import { say } from '../words/say.ts';

/** Says of a run that it is a test: of the draft, or of one step of it. */
export function TestChip({ run }: { readonly run: Pick<RunSummary, 'test' | 'only'> }) {
  if (!run.test) return null;
  return (
    <Chip tone="plain">{say(run.only === undefined ? 'runs.test' : 'runs.test-of-step')}</Chip>
  );
}
