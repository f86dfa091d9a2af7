import type { SignalOutcome } from '@sluice/schema';
import type { ChipTone } from '../ui/Chip.tsx';
import { say } from '../words/say.ts';

interface OutcomeLook {
  readonly tone: ChipTone;
  readonly label: string;
  /** What the outcome means, for whoever wonders. */
  readonly meaning: string;
}

/** How each outcome of a signal is shown, called and explained. */
export const outcomeLook: Readonly<Record<SignalOutcome, OutcomeLook>> = {
  accepted: {
    tone: 'ok',
    label: say('signals.outcomes.accepted'),
    meaning: say('signals.outcomes.accepted-meaning'),
  },
  duplicate: {
    tone: 'plain',
    label: say('signals.outcomes.duplicate'),
    meaning: say('signals.outcomes.duplicate-meaning'),
  },
  suppressed: {
    tone: 'wait',
    label: say('signals.outcomes.suppressed'),
    meaning: say('signals.outcomes.suppressed-meaning'),
  },
  rejected: {
    tone: 'fail',
    label: say('signals.outcomes.rejected'),
    meaning: say('signals.outcomes.rejected-meaning'),
  },
};
