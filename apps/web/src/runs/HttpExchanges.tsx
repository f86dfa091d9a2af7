import type { HttpExchange } from '@sluice/schema';
import { Accordion } from '../ui/Accordion.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Duration } from '../ui/Duration.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { HttpMessage } from './HttpMessage.tsx';

/** Every request a step sent and what came back, secrets masked by the server. */
export function HttpExchanges({ exchanges }: { readonly exchanges: readonly HttpExchange[] }) {
  if (exchanges.length === 0) return <p className="p-3 text-muted">{say('runs.http.none')}</p>;
  const last = exchanges.length - 1;
  return (
    <Accordion
      className="p-2"
      initiallyOpen={[String(last)]}
      sections={exchanges.map((exchange, index) => ({
        id: String(index),
        title: (
          <span className="flex min-w-0 flex-1 items-center gap-2 font-normal">
            <Chip tone={isFine(exchange) ? 'ok' : 'fail'}>
              {exchange.status ?? say('runs.http.no-answer')}
            </Chip>
            <span className="font-mono text-hint font-semibold">{exchange.method}</span>
            <span className="truncate font-mono text-hint">{exchange.url}</span>
            <Duration
              ms={exchange.durationMs}
              className="ml-auto shrink-0 pl-2 text-hint text-faint tabular-nums"
            />
          </span>
        ),
        content: (
          <div className="flex flex-col gap-3 pr-1 pb-2 pl-6">
            {exchange.error !== undefined && (
              <p className="text-fail">{saySentence(exchange.error)}</p>
            )}
            <HttpMessage
              title={say('runs.http.request')}
              headers={exchange.requestHeaders}
              body={exchange.requestBody}
            />
            {exchange.status !== undefined && (
              <HttpMessage
                title={say('runs.http.answer')}
                headers={exchange.responseHeaders ?? {}}
                body={exchange.responseBody}
              />
            )}
          </div>
        ),
      }))}
    />
  );
}

function isFine({ status }: HttpExchange): boolean {
  return status !== undefined && status < 400;
}
