import type { Instruction } from '@sluice/schema';

/** How to set up the two webhooks by hand in Halo. `{url}` stands for the trigger's URL. */
export const incidentInstructions: readonly Instruction[] = [
  {
    title: 'Open the webhooks in Halo',
    text: 'As an administrator go to Configuration › Integrations › Webhooks and choose New. You make two: one for tickets with an agent, one for tickets without.',
  },
  {
    title: 'First webhook: tickets with an agent',
    text: 'Fill in these values. With the authentication method “Basic” choose Basic Authentication and enter the name and password of the authenticating user; otherwise leave No Authentication.',
    values: [
      { label: 'Name', value: 'Sluice · assigned' },
      { label: 'Payload URL', value: '{url}' },
      { label: 'Webhook type', value: 'Standard webhook' },
      { label: 'Method', value: 'POST' },
    ],
  },
  {
    title: 'Leave the payload as it is',
    text: 'Leave “Use a custom payload” deselected. The small and the full object both work; the full one fills more outputs. Leave batching at “One delivery for each occurrence of an event”.',
    values: [{ label: 'Payload', value: 'Full object with linked objects' }],
  },
  {
    title: 'Say when it fires: an agent is assigned',
    text: 'Under Events add one, and to it one rule. Choose every agent that may be assigned, but not Unassigned.',
    values: [
      { label: 'Event', value: 'New Ticket Logged' },
      { label: 'Rule', value: 'Agent · Is equal to · your agents, one rule for each' },
    ],
  },
  {
    title: 'Second webhook: tickets without an agent',
    text: 'Save, choose New again, and repeat with the same URL and payload. In Halo “no agent” is an agent of its own, called Unassigned.',
    values: [
      { label: 'Name', value: 'Sluice · unassigned' },
      { label: 'Payload URL', value: '{url}' },
      { label: 'Event', value: 'New Ticket Logged' },
      { label: 'Rule', value: 'Agent · Is equal to · Unassigned' },
    ],
  },
  {
    title: 'Name who is to be told',
    text: 'To hand names to the flow, add recipients to the URL of each webhook: a comma between names, each URL-encoded. They arrive as the output Recipients. Join them with & if the URL already has a ?, otherwise with ?.',
    values: [{ label: 'Example', value: 'recipients=ines.okafor,Shop%20On-Call' }],
  },
  {
    title: 'Try it',
    text: 'Publish the flow, then log a ticket in Halo. It appears on the Signals page within seconds. If it does not, the webhook’s Deliveries tab in Halo shows what was answered.',
  },
];
