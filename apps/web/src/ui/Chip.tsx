import type { ComponentProps, ReactNode } from 'react';
import { Check, Circle, CircleDashed, Clock3, X } from 'lucide-react';
import { classNames } from './class-names.ts';

export type ChipTone = 'ok' | 'fail' | 'run' | 'wait' | 'skip' | 'plain' | 'accent';

interface ChipProps extends ComponentProps<'span'> {
  readonly tone: ChipTone;
  /** Replaces the tone's own sign. Every tone but `plain` has one, as colour is never the only sign. */
  readonly icon?: ReactNode;
}

const tones: Readonly<Record<ChipTone, string>> = {
  ok: 'border-transparent bg-ok-soft text-ok',
  fail: 'border-transparent bg-fail-soft text-fail',
  run: 'border-transparent bg-run-soft text-run',
  wait: 'border-transparent bg-wait-soft text-wait',
  skip: 'border-dashed border-line-strong text-muted',
  plain: 'border-line text-muted',
  accent: 'border-transparent bg-accent-soft text-accent',
};

const signs: Readonly<Record<ChipTone, ReactNode>> = {
  ok: <Check strokeWidth={2.75} />,
  fail: <X strokeWidth={2.75} />,
  run: <Circle className="animate-pulse-soft fill-current" />,
  wait: <Clock3 />,
  skip: <CircleDashed />,
  plain: null,
  accent: <Circle className="fill-current" />,
};

/** A state in a word, with a shape as well as a colour. */
export function Chip({ tone, icon, children, className, ...rest }: ChipProps) {
  return (
    <span
      {...rest}
      className={classNames(
        'inline-flex max-w-full shrink-0 items-center gap-1 rounded-full border px-2 py-px text-hint font-medium whitespace-nowrap [&>svg]:size-3 [&>svg]:shrink-0',
        tones[tone],
        className,
      )}
    >
      {icon ?? signs[tone]}
      {children}
    </span>
  );
}
