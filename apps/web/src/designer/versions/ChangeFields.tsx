import type { ReadableLine } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { FieldWords } from './field-words.ts';

/** The fields of one change, each as it was and as it is. */
export function ChangeFields({ fields }: { readonly fields: readonly FieldWords[] }) {
  return (
    <dl className="grid gap-2 px-2 pt-1 pb-2">
      {fields.map(({ field, label, before, after }) => (
        <div key={field} className="grid gap-1">
          <dt className="text-hint font-medium text-muted">{label}</dt>
          <dd className="overflow-hidden rounded-r1 border text-hint">
            <Lines sign="−" word={say('designer.versions.changes.before')} lines={before} />
            <Lines sign="+" word={say('designer.versions.changes.after')} lines={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface LinesProps {
  readonly sign: '−' | '+';
  readonly word: string;
  readonly lines: readonly ReadableLine[];
}

function Lines({ sign, word, lines }: LinesProps) {
  const tone = sign === '+' ? 'bg-ok-soft' : 'bg-fail-soft';
  return (
    <div className={`grid grid-cols-[18px_minmax(0,1fr)] ${tone} not-first:border-t`}>
      <span aria-hidden className="py-1 text-center font-mono font-semibold text-muted">
        {sign}
      </span>
      <span className="sr-only">{word}: </span>
      <div className="max-h-40 overflow-y-auto py-1 pr-2 break-words whitespace-pre-wrap">
        {lines.length === 0 && (
          <em className="text-muted">{say('designer.versions.changes.left-out')}</em>
        )}
        {lines.map((line, index) => (
          <div key={index}>
            {line.map(({ text, pill }, part) =>
              pill ? (
                <span key={part} className="rounded-r1 border bg-surface px-1 font-medium">
                  {text}
                </span>
              ) : (
                <span key={part}>{text}</span>
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
