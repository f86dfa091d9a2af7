import type { SignalOutcome } from '@sluice/schema';
import type { ChipTone } from '../ui/Chip.tsx';

interface OutcomeLook {
  readonly tone: ChipTone;
  readonly label: string;
  /** What the outcome means, for whoever wonders. */
  readonly meaning: string;
}

/** How each outcome of a signal is shown, called and explained. */
export const outcomeLook: Readonly<Record<SignalOutcome, OutcomeLook>> = {
  accepted: { tone: 'ok', label: 'Accepted', meaning: 'It was stored and started a run.' },
  duplicate: {
    tone: 'plain',
    label: 'Duplicate',
    meaning: 'The same event had come before. No second run was started.',
  },
  suppressed: {
    tone: 'wait',
    label: 'Suppressed',
    meaning: 'Flood control held it back: too many like it came in a short time.',
  },
  rejected: { tone: 'fail', label: 'Rejected', meaning: 'It was refused and started nothing.' },
};
