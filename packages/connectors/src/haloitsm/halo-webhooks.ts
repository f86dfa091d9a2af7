import { type Http, type SetupCall, StepError } from '@sluice/connector-kit';
import type { CreatedThing } from '@sluice/schema';
import { ask } from './halo-api.ts';
import { webhookDefinitions } from './halo-webhook-definitions.ts';
import { pick, readList, readSaved, readText } from './read-halo-value.ts';

/** The id of a made thing says where it lives in Halo: `webhook:` or `notification:` and Halo's id. */
type Kind = 'webhook' | 'notification';
const paths: Readonly<Record<Kind, string>> = {
  webhook: '/api/Webhook',
  notification: '/api/Notification',
};

/**
 * Makes both webhooks, each with the rule that decides which tickets it is for. Either all is made
 * or nothing stays: what was made before a failure is removed again.
 */
export async function createWebhooks({
  http,
  url,
  flowName,
  basic,
}: SetupCall): Promise<readonly CreatedThing[]> {
  const created: CreatedThing[] = [];
  const definitions = webhookDefinitions({ url, name: `Sluice · ${flowName}`, basic });
  try {
    for (const { mode, webhook, notification } of definitions) {
      const webhookId = await make(http, 'webhook', webhook);
      created.push({
        id: `webhook:${webhookId}`,
        label: `Webhook “${webhook.name}”`,
        detail: `For tickets ${mode === 'assigned' ? 'with' : 'without'} an agent`,
      });
      const rule = { webhook_id: webhookId, ...notification };
      created.push({
        id: `notification:${await make(http, 'notification', rule)}`,
        label: 'Event “New Ticket Logged”',
        detail:
          mode === 'assigned' ? 'Agent is greater than Unassigned' : 'Agent is equal to Unassigned',
      });
    }
  } catch (error) {
    const names: readonly unknown[] = definitions.map(({ webhook }) => webhook.name);
    await takeBack(
      http,
      created,
      (webhook) => pick(webhook, 'url') === url && names.includes(pick(webhook, 'name')),
    );
    throw error;
  }
  return created;
}

/** Removes what `createWebhooks` made, rules first. What is already gone counts as removed. */
export async function removeWebhooks({
  http,
  created,
}: {
  readonly http: Http;
  readonly created: readonly CreatedThing[];
}): Promise<void> {
  for (const { id } of created.toReversed()) {
    const [kind, key = ''] = id.split(/:(.*)/s);
    if (kind === 'webhook' || kind === 'notification') await remove(http, kind, key);
  }
}

async function make(
  http: Http,
  kind: Kind,
  definition: Readonly<Record<string, unknown>>,
): Promise<string> {
  const task = {
    doing: kind === 'webhook' ? 'create the webhook' : 'add the event to the webhook',
  };
  const { body, status } = await ask(http.post<unknown>(paths[kind], [definition]), task);
  const id = readText(pick(readSaved(body), 'id'));
  if (id !== null) return id;
  throw new StepError({
    code: 'unavailable',
    message: `Halo did not say which ${kind} it made.`,
    hint: 'Look under Configuration › Integrations › Webhooks, delete what begins with “Sluice”, and set the webhooks up by hand.',
    status,
    outcomeUnknown: true,
  });
}

/** Removing the rules is not documented by Halo; they go with their webhook, so a refusal is no harm. */
async function remove(http: Http, kind: Kind, id: string): Promise<void> {
  try {
    await ask(http.delete(`${paths[kind]}/${encodeURIComponent(id)}`), {
      doing: `remove the ${kind}`,
    });
  } catch (error) {
    const status = error instanceof StepError ? error.failure.status : undefined;
    const harmless = kind === 'notification' ? [400, 403, 404, 405] : [404];
    if (status === undefined || !harmless.includes(status)) throw error;
  }
}

/**
 * Removes what was made, and a webhook whose answer was lost, which only a search can find. Failing
 * here must not hide why the set-up failed.
 */
async function takeBack(
  http: Http,
  created: readonly CreatedThing[],
  isOurs: (webhook: Readonly<Record<string, unknown>>) => boolean,
): Promise<void> {
  try {
    await removeWebhooks({ http, created });
    const { body } = await http.get<unknown>(paths.webhook, { query: { type: 0 } });
    for (const webhook of readList(body, 'webhooks').filter(isOurs)) {
      await remove(http, 'webhook', readText(pick(webhook, 'id')) ?? '');
    }
  } catch {
    return;
  }
}
