import type { StepStatus } from '@sluice/schema';
import { Check, Circle, CircleDashed, Clock3, Pin, RotateCw, X } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { stepStatusLook } from './run-status.ts';

const signs = {
  pending: { icon: <Circle />, look: 'border border-line-strong text-faint' },
  running: {
    icon: <Circle className="animate-pulse-soft fill-current" />,
    look: 'bg-run-soft text-run',
  },
  waiting: { icon: <Clock3 />, look: 'bg-wait-soft text-wait' },
  retrying: { icon: <RotateCw />, look: 'bg-wait-soft text-wait' },
  succeeded: { icon: <Check strokeWidth={2.75} />, look: 'bg-ok-soft text-ok' },
  failed: { icon: <X strokeWidth={2.75} />, look: 'bg-fail-soft text-fail' },
  given: { icon: <Pin />, look: 'bg-accent-soft text-accent' },
  skipped: { icon: <CircleDashed />, look: 'border border-dashed border-line-strong text-faint' },
};

interface StepStatusIconProps {
  /** `pending`: the run has not come to the step yet; `given`: it was not run. */
  readonly status: StepStatus | 'pending' | 'given';
}

/** The state of a step as a small round sign, named for screen readers. */
export function StepStatusIcon({ status }: StepStatusIconProps) {
  const { icon, look } = signs[status];
  return (
    <span
      role="img"
      aria-label={stepStatusLook[status].label}
      className={classNames(
        'grid size-5 shrink-0 place-items-center rounded-full [&>svg]:size-3',
        look,
      )}
    >
      {icon}
    </span>
  );
}
