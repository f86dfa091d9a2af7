import { say } from '../words/say.ts';
import { classNames } from './class-names.ts';

interface SkeletonProps {
  /** How many lines to stand in for. */
  readonly lines?: number;
  readonly className?: string;
}

/** Stands in for what is still loading. */
export function Skeleton({ lines = 3, className }: SkeletonProps) {
  return (
    <div role="status" className={classNames('flex flex-col gap-3 p-4', className)}>
      <span className="sr-only">{say('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden
          className={classNames(
            'h-4 animate-pulse-soft rounded-r1 bg-line',
            line % 3 === 1 ? 'w-3/4' : line % 3 === 2 ? 'w-1/2' : 'w-full',
          )}
        />
      ))}
    </div>
  );
}
