import { UNASSIGNED_AGENT } from './halo-ticket.ts';

/** One webhook as `POST /api/Webhook` takes it, and the rule that `POST /api/Notification` adds. */
export interface WebhookDefinition {
  /** What its rule lets through. */
  readonly mode: 'assigned' | 'unassigned';
  readonly webhook: Readonly<Record<string, unknown>> & { readonly name: string };
  /** Without `webhook_id`, which is known once the webhook is made. */
  readonly notification: Readonly<Record<string, unknown>>;
}

export interface WebhookTarget {
  readonly url: string;
  /** Goes before “assigned” and “unassigned” in the names. */
  readonly name: string;
  readonly basic?: { readonly username: string; readonly password: string } | undefined;
}

/** The event *New Ticket Logged*. */
const NEW_TICKET_LOGGED = 3;
/** Types of a condition. Halo's screen has more, but no number is known for *Is not equal to*. */
const IS_EQUAL_TO = 0;
const IS_GREATER_THAN = 5;

/**
 * The two webhooks of a trigger. The agent *Unassigned* has id 1 and every other agent a higher one,
 * so "has an agent" is said as *Agent is greater than 1*. How the name and password of Basic
 * Authentication are called is inferred from Halo's screen.
 */
export function webhookDefinitions(target: WebhookTarget): readonly WebhookDefinition[] {
  return [
    { mode: 'assigned', ...define(target, 'assigned', IS_GREATER_THAN) },
    { mode: 'unassigned', ...define(target, 'unassigned', IS_EQUAL_TO) },
  ];
}

function define({ url, name, basic }: WebhookTarget, mode: string, conditionType: number) {
  return {
    webhook: {
      name: `${name} · ${mode}`,
      url,
      type: 0,
      method: 0,
      active: true,
      content_type: 'application/json',
      authentication_type: basic ? 1 : 0,
      ...(basic && { username: basic.username, password: basic.password }),
      custom_payload: false,
      payload_type: 0,
      batch_method: 0,
    },
    notification: {
      eventno: NEW_TICKET_LOGGED,
      name: 'New Ticket Logged',
      type: -2,
      delivery_method: 6,
      agent_id: 0,
      filter_type: 2,
      condition_count: 1,
      conditions: [
        {
          id: null,
          rule_id: null,
          fieldname: 'assignedtoint',
          fieldid: 14,
          change_context: 0,
          type: conditionType,
          value_type: 'int',
          value_int: UNASSIGNED_AGENT,
          value_string: String(UNASSIGNED_AGENT),
          value_display: 'Unassigned',
          tablename: 'faults',
        },
      ],
    },
  };
}
