import type { ConnectionTest } from '@sluice/schema';
import { Check, X } from 'lucide-react';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';

/** What a test of a connection found, line by line. */
export function ConnectionChecks({ test }: { readonly test: ConnectionTest }) {
  return (
    <section
      role="status"
      aria-label={say('connections.checks.title')}
      className={`rounded-r2 border px-3.5 py-3 ${test.ok ? 'border-ok/35 bg-ok-soft' : 'border-fail/35 bg-fail-soft'}`}
    >
      <p className={`font-semibold ${test.ok ? 'text-ok' : 'text-fail'}`}>
        {test.ok ? say('connections.checks.good') : say('connections.checks.bad')}
      </p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {test.checks.map((check) => (
          <li key={check.label} className="flex items-start gap-2">
            {check.ok ? (
              <Check
                className="mt-0.5 size-4 shrink-0 text-ok"
                aria-label={say('connections.checks.works')}
              />
            ) : (
              <X
                className="mt-0.5 size-4 shrink-0 text-fail"
                aria-label={say('connections.checks.fails')}
              />
            )}
            <span className="min-w-0 break-words">
              <span className="font-medium">{saySentence(check.label)}</span>{' '}
              <span className="text-muted">{saySentence(check.message)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
