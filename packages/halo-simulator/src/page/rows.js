import { call } from './api.js';
import { element } from './dom.js';

const cell = (...children) => element('td', {}, ...children);
const number = (id) => element('td', { class: 'number' }, String(id));
const time = (iso) =>
  element(
    'td',
    { class: 'when' },
    element('time', { datetime: iso, title: iso }, new Date(iso).toLocaleTimeString()),
  );

/** A ticket with its actions folded inside. */
export function ticketRow({ ticket, actions }, names) {
  const reference =
    ticket.third_party_id_string ??
    ticket.supplier_reference ??
    ticket.client_reference ??
    ticket.third_party_id;
  const count = actions.length === 1 ? '1 action' : `${actions.length} actions`;
  return element(
    'tr',
    {},
    number(ticket.id),
    element(
      'td',
      { class: 'wide' },
      element('span', { class: 'name' }, ticket.summary),
      ticket.details !== '' && element('span', { class: 'detail' }, ticket.details),
      fold(count, element('ol', { class: 'inside' }, ...actions.map(insideAction))),
    ),
    cell(status(ticket.status_id, names)),
    element('td', { class: ticket.agent_id === 1 ? 'faint' : '' }, names.agent(ticket.agent_id)),
    reference === undefined
      ? element('td', { class: 'faint' }, '–')
      : cell(element('code', { title: String(reference) }, String(reference))),
    time(ticket.datecreated),
  );
}

/** An action in the list of all actions. */
export function actionRow(action, names) {
  const changed = action.old_status !== action.new_status;
  return element(
    'tr',
    {},
    number(action.ticket_id),
    cell(action.outcome),
    element(
      'td',
      { class: 'wide' },
      action.note || element('span', { class: 'faint' }, 'No note'),
      ' ',
      action.hiddenfromuser ? element('span', { class: 'tag' }, 'Hidden from user') : '',
    ),
    cell(action.who),
    changed ? cell(status(action.new_status, names)) : element('td', { class: 'faint' }, '–'),
    time(action.datetime),
  );
}

/** A webhook with the notifications that fire it. */
export function webhookRow({ webhook, notifications }) {
  const events = notifications.map((row) =>
    element(
      'li',
      {},
      row.name || `Event ${row.eventno}`,
      ...row.conditions.map((one) =>
        element(
          'span',
          { class: 'hint' },
          `${one.fieldname} ${comparisons[one.type] ?? `type ${one.type}`} ${one.value_display ?? one.value_string ?? one.value_int ?? ''}`,
        ),
      ),
    ),
  );
  return element(
    'tr',
    {},
    cell(webhook.name),
    element('td', { class: 'wide' }, element('code', {}, webhook.url)),
    events.length === 0
      ? element('td', { class: 'faint' }, 'No event: never fires')
      : cell(element('ul', { class: 'plain' }, ...events)),
    cell(webhook.custom_payload ? 'Custom' : (payloads[webhook.payload_type] ?? 'Unknown')),
    cell(
      element(
        'span',
        { class: `state ${webhook.active ? 'ok' : 'off'}` },
        webhook.active ? 'Active' : 'Inactive',
      ),
    ),
  );
}

const comparisons = { 0: 'is', 1: 'is not', 5: '>', 30: 'has no value' };
const payloads = { 0: 'Payload 0', 1: 'Payload 1', 2: 'Event only' };

/** A delivery with its request and response folded inside, and a button that sends it again. */
export function deliveryRow({ delivery, webhook }) {
  const resend = element('button', { type: 'button', disabled: !webhook }, 'Re-send');
  resend.addEventListener('click', () => call('POST', `deliveries/${delivery.id}/resend`));
  const { requestheaders, requestbody, responseheaders, responsebody, errormessage } = delivery;
  return element(
    'tr',
    {},
    time(delivery.timestamp),
    number(delivery.entity_id),
    element(
      'td',
      { class: 'wide' },
      webhook?.name ?? 'Deleted webhook',
      fold(
        'Request and response',
        element(
          'div',
          { class: 'blocks' },
          block('Request', requestheaders, requestbody),
          block('Response', responseheaders, errormessage ?? responsebody),
        ),
      ),
    ),
    cell(answered(delivery)),
    cell(`${Math.round(delivery.duration * 1000)} ms`),
    cell(resend),
  );
}

function answered({ status: state, error, responsestatus, errormessage }) {
  if (state === 1) return element('span', { class: 'state run' }, 'Under way');
  const words = responsestatus || errormessage || 'Failed';
  return element('span', { class: `state ${error ? 'fail' : 'ok'}` }, String(words));
}

function block(title, headers, body) {
  return element(
    'div',
    { class: 'block' },
    element('h4', {}, title),
    element('pre', { tabIndex: 0, 'aria-label': title }, `${pretty(headers)}\n\n${pretty(body)}`),
  );
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function insideAction(action) {
  return element(
    'li',
    {},
    element('strong', {}, action.outcome),
    ` ${action.note} `,
    element('span', { class: 'hint' }, action.who),
  );
}

function status(id, names) {
  const { name, colour } = names.status(id);
  const dot = element('i', { class: 'dot' });
  dot.style.setProperty('--dot', colour);
  return element('span', { class: 'status' }, dot, name);
}

function fold(words, content) {
  return element('details', {}, element('summary', {}, words), content);
}
