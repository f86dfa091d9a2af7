import type { StepRun } from '@sluice/schema';
import { Clock3, Pin, TriangleAlert } from 'lucide-react';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say, sayRich } from '../words/say.ts';

/** What is out of the ordinary about a step: that it waits, was not run, or may have happened twice. */
export function StepNotes({ step }: { readonly step: StepRun }) {
  const pauses = step.status === 'waiting' || step.status === 'retrying';
  if (!pauses && !step.mayHaveRepeated && !step.given) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pt-3">
      {pauses && (
        <p className="flex items-center gap-2 text-wait">
          <Clock3 className="size-4 shrink-0" aria-hidden />
          <span>
            <Pause step={step} />
            {step.why !== undefined && `. ${saySentence(step.why)}`}
          </span>
        </p>
      )}
      {step.given && (
        <p className="flex items-center gap-2 text-accent">
          <Pin className="size-4 shrink-0" aria-hidden />
          {say('runs.step.given')}
        </p>
      )}
      {step.mayHaveRepeated === true && (
        <p className="flex items-center gap-2 text-wait">
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          {say('runs.step.repeated')}
        </p>
      )}
    </div>
  );
}

function Pause({ step }: { readonly step: StepRun }) {
  const { attempt } = step;
  const retries = step.status === 'retrying';
  if (step.until === undefined) {
    return retries ? say('runs.step.next-try-soon', { attempt }) : say('runs.step.goes-on-soon');
  }
  const when = <RelativeTime at={step.until} toCome />;
  return retries
    ? sayRich('runs.step.next-try', { attempt, when })
    : sayRich('runs.step.goes-on', { when });
}
