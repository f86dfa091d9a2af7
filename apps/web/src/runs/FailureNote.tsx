import type { Failure, FieldManifest } from '@sluice/schema';
import { CircleX } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { saySentence } from '../words/say-sentence.ts';
import { say, sayOfServer } from '../words/say.ts';

interface FailureNoteProps {
  readonly failure: Failure;
  /** The step's inputs, to name the one at fault. */
  readonly inputs?: Readonly<Record<string, FieldManifest>> | undefined;
  readonly className?: string;
}

/** Why a step failed and what to do about it. */
export function FailureNote({ failure, inputs, className }: FailureNoteProps) {
  const input =
    failure.input === undefined ? undefined : (inputs?.[failure.input]?.label ?? failure.input);
  return (
    <div
      className={classNames(
        'flex gap-2.5 rounded-r1 border border-fail/35 bg-fail-soft px-3 py-2 break-words',
        className,
      )}
    >
      <CircleX className="mt-0.5 size-4 shrink-0 text-fail" aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold text-fail">{saySentence(failure.message)}</p>
        {failure.hint !== undefined && <p className="mt-0.5">{saySentence(failure.hint)}</p>}
        <p className="mt-0.5 text-hint text-muted">
          {[
            input !== undefined && say('runs.failure.input', { input }),
            failure.status !== undefined && say('runs.failure.http', { status: failure.status }),
            failure.outcomeUnknown === true && say('runs.failure.outcome-unknown'),
            sayOfServer(['failures', failure.code]) ?? failure.code,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </div>
  );
}
