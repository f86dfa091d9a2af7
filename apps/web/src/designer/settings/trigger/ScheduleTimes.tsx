import { CircleAlert } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useScheduleTimes } from '../../../api/flow-triggers.ts';
import { ErrorBanner } from '../../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { timeText } from '../../../words/format.ts';
import { saySentence } from '../../../words/say-sentence.ts';
import { say } from '../../../words/say.ts';
import { plainText } from '../step/plain-text.ts';
import { useSettled } from '../step/use-settled.ts';

/** What a schedule means, in words and by its next times; or why it means nothing. */
export function ScheduleTimes({ node }: { readonly node: TriggerNode }) {
  const typed = Object.entries(node.inputs ?? {}).map(([name, value]) => [
    name,
    plainText(value) ?? '',
  ]);
  const inputs = useSettled(JSON.stringify(Object.fromEntries(typed)));
  const { data, error } = useScheduleTimes(
    node.type,
    JSON.parse(inputs) as Readonly<Record<string, string>>,
  );
  if (error) return <ErrorBanner error={error} />;
  if (!data) return <Skeleton lines={3} className="p-0" />;
  return (
    <section
      aria-label={say('designer.settings.trigger.times.title')}
      aria-live="polite"
      className="flex flex-col gap-2"
    >
      <h3 className="font-semibold">{say('designer.settings.trigger.times.meaning')}</h3>
      {'problem' in data ? (
        <p className="flex gap-1.5 text-fail">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {saySentence(data.problem)}
        </p>
      ) : (
        <>
          {/* The server puts it into English words. */}
          <p lang="en">{data.meaning}</p>
          {data.times.length === 0 && (
            <p className="text-muted">{say('designer.settings.trigger.times.never')}</p>
          )}
          <ol className="flex flex-col gap-1 text-muted">
            {data.times.map((time) => (
              <li key={time}>
                <time dateTime={time}>
                  {timeText(time, {
                    dateStyle: 'full',
                    timeStyle: 'short',
                  })}
                </time>
              </li>
            ))}
          </ol>
          <p className="text-hint text-faint">{say('designer.settings.trigger.times.zone')}</p>
        </>
      )}
    </section>
  );
}
