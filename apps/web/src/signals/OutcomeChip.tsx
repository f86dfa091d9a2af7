import type { SignalOutcome } from '@sluice/schema';
import { Copy, ListEnd } from 'lucide-react';
import { Chip } from '../ui/Chip.tsx';
import { outcomeLook } from './outcome-look.ts';

interface OutcomeChipProps {
  readonly outcome: SignalOutcome;
  /** The HTTP status it was answered with. */
  readonly statusCode: number;
}

const icons = {
  duplicate: <Copy />,
  suppressed: <ListEnd />,
  accepted: undefined,
  rejected: undefined,
};

/** What became of a signal, with the status it was answered with. */
export function OutcomeChip({ outcome, statusCode }: OutcomeChipProps) {
  const { tone, label } = outcomeLook[outcome];
  return (
    <Chip tone={tone} icon={icons[outcome]}>
      {label} · {statusCode}
    </Chip>
  );
}
