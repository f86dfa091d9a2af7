import { webhookDefinitions } from '../halo-webhook-definitions.ts';

/**
 * The set-up as JSON, for those who prefer Halo's API to its screens: both webhooks with their
 * rules, and the template of a custom payload. Nothing of it is needed for the usual set-up.
 */
export function configurationPayload(url: string): string {
  const definitions = webhookDefinitions({ url, name: 'Sluice' });
  return JSON.stringify(
    {
      about:
        'POST each webhook to /api/Webhook as a list of one. Put the id of the answer into its notification as webhook_id, and POST that to /api/Notification as a list of one.',
      webhooks: definitions.map(({ webhook, notification }) => ({
        webhook: [webhook],
        notification: [{ webhook_id: '', ...notification }],
      })),
      aboutCustomPayload:
        'Only for a webhook with “Use a custom payload” selected, which this trigger does not need. It puts the whole ticket in place of the marker.',
      customPayload: '{ "event": "new ticket logged", "ticket": <<ticket>> }',
    },
    null,
    2,
  );
}
