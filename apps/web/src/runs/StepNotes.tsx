import type { StepRun } from '@sluice/schema';
import { Clock3, TriangleAlert } from 'lucide-react';
import { RelativeTime } from '../ui/RelativeTime.tsx';

/** What is out of the ordinary about a step: that it waits, or may have happened twice. */
export function StepNotes({ step }: { readonly step: StepRun }) {
  const pauses = step.status === 'waiting' || step.status === 'retrying';
  if (!pauses && step.mayHaveRepeated !== true) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pt-3">
      {pauses && (
        <p className="flex items-center gap-2 text-wait">
          <Clock3 className="size-4 shrink-0" aria-hidden />
          <span>
            {step.status === 'retrying' ? `Attempt ${step.attempt} failed. Next try ` : 'Goes on '}
            {step.until === undefined ? 'soon' : <RelativeTime at={step.until} />}
            {step.why !== undefined && `. ${step.why}`}
          </span>
        </p>
      )}
      {step.mayHaveRepeated === true && (
        <p className="flex items-center gap-2 text-wait">
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          This step may have happened twice: an earlier attempt was interrupted and left no answer.
        </p>
      )}
    </div>
  );
}
