import { type TriggerRequest, defineTrigger, icon, output } from '@sluice/connector-kit';
import { asText, within } from '@sluice/schema';

/** Starts with any request that brings JSON or a form. */
export const webhook = defineTrigger({
  type: 'http.webhook',
  label: 'HTTP Trigger',
  summary: 'Start with any JSON or form that is posted to a URL.',
  icon: icon(
    'M12 12v.01',
    'M8.5 15.5a5 5 0 0 1 0-7',
    'M15.5 8.5a5 5 0 0 1 0 7',
    'M5.6 18.4a9 9 0 0 1 0-12.8',
    'M18.4 5.6a9 9 0 0 1 0 12.8',
  ),
  help: 'A deeper value of the body can be picked under Outputs, from the last request or from a sample that you paste.',
  canAnswer: true,

  outputs: {
    body: output('Body', { subject: 'Antares API returning 502' } as unknown, 'What was sent.'),
    query: output('Query', { source: 'grafana' } as unknown, 'The parameters of the URL, by name.'),
    headers: output(
      'Headers',
      { 'content-type': 'application/json' } as unknown,
      'Those that carry no secret, by name in lower case.',
    ),
    recipients: output('Recipients', ['anna'], 'The names in the parameter recipients.'),
  },

  samples: [
    {
      label: 'A message',
      body: { subject: 'Antares API returning 502', severity: 'high', labels: { team: 'ops' } },
    },
  ],

  receive: (request) => [
    {
      outputs: {
        body: request.body,
        query: request.query,
        headers: plainHeaders(request.headers),
        recipients: [...request.recipients],
      },
      title: titleOf(request.body),
    },
  ],
});

const usualTitles = ['title', 'subject', 'summary', 'name', 'message', 'text', 'event', 'id'];

/** The first of a few fields that senders use for what it is about. */
function titleOf(body: unknown): string {
  for (const key of usualTitles) {
    const value = within(body, key);
    if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) {
      return asText(value).replace(/\s+/g, ' ').trim();
    }
  }
  return 'Request without a title';
}

function plainHeaders(headers: TriggerRequest['headers']): TriggerRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/api-?key|token|secret|password|signature/.test(name),
    ),
  );
}
