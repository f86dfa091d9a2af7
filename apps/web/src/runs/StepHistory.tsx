import type { StepAttempt, StepStretch } from '@sluice/schema';
import { Check, Clock3, Loader, RotateCw, X } from 'lucide-react';
import { clockText, durationText } from '../words/format.ts';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';

/** Every attempt at a step, after how long it ended and why, and every pause between. */
export function StepHistory({ history }: { readonly history: readonly StepStretch[] }) {
  return (
    <ol aria-label={say('runs.step-log.history')} className="flex flex-col gap-1 border-b p-3">
      {history.map((stretch, index) => (
        <li key={index} className="flex items-start gap-2 [&>svg]:mt-0.5 [&>svg]:size-4">
          <time
            dateTime={stretch.from}
            className="shrink-0 text-hint leading-5 text-faint tabular-nums"
          >
            {clockText(stretch.from)}
          </time>
          {iconOf(stretch)}
          <span className="min-w-0 flex-1 break-words">{textOf(stretch)}</span>
          <span className="shrink-0 text-hint leading-5 text-faint tabular-nums">
            {lengthOf(stretch)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function iconOf(stretch: StepStretch) {
  if (stretch.kind !== 'attempt') {
    const Icon = stretch.kind === 'retrying' ? RotateCw : Clock3;
    return <Icon className="text-wait" aria-hidden />;
  }
  if (stretch.failure !== undefined || stretch.interrupted)
    return <X className="text-fail" aria-hidden />;
  if (stretch.to === undefined) return <Loader className="text-run" aria-hidden />;
  return <Check className="text-ok" aria-hidden />;
}

function textOf(stretch: StepStretch): string {
  if (stretch.kind === 'attempt') return textOfAttempt(stretch);
  const length = durationText(Date.parse(stretch.until) - Date.parse(stretch.from));
  return stretch.kind === 'retrying'
    ? say('runs.step-log.retry', { length })
    : say('runs.step-log.waiting', { length, why: saySentence(stretch.why ?? '') });
}

function textOfAttempt({ attempt, failure, interrupted, to }: StepAttempt): string {
  if (interrupted) return say('runs.step-log.interrupted', { attempt });
  if (failure !== undefined)
    return say('runs.step-log.attempt-failed', { attempt, why: saySentence(failure) });
  const after = say(to === undefined ? 'runs.step-log.under-way' : 'runs.step-log.done');
  return `${say('runs.timeline.attempt', { attempt })}: ${after}`;
}

function lengthOf({ from, to }: StepStretch): string {
  return to === undefined ? '' : durationText(Date.parse(to) - Date.parse(from));
}
