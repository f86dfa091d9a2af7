import type { StepStretch } from '@sluice/schema';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { StepHistory } from './StepHistory.tsx';

interface StepLogProps {
  readonly log: readonly string[];
  /** The step's attempts and pauses. One attempt alone says nothing that is not seen elsewhere. */
  readonly history: readonly StepStretch[];
}

/** How often a step was tried and what it waited for, and the lines that it wrote. */
export function StepLog({ log, history }: StepLogProps) {
  const isEventful = history.length > 1;
  if (log.length === 0 && !isEventful)
    return <p className="p-3 text-muted">{say('runs.step.wrote-nothing')}</p>;
  return (
    <>
      {isEventful && <StepHistory history={history} />}
      {log.length > 0 && (
        <ol aria-label={say('runs.step-log.lines')} className="p-3 font-mono text-hint leading-5">
          {log.map((line, index) => (
            <li key={index} className="flex gap-3">
              <span className="w-6 shrink-0 text-right text-faint select-none">{index + 1}</span>
              <span className="min-w-0 break-words whitespace-pre-wrap">{saySentence(line)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
