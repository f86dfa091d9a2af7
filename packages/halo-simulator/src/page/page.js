import { call } from './api.js';
import { updateRows } from './dom.js';
import { buildLogForm, onSubmitLog } from './log-form.js';
import { buildQuirks, showQuirks } from './quirk-form.js';
import { actionRow, deliveryRow, ticketRow, webhookRow } from './rows.js';

const pollMs = 1000;
const find = (selector) => document.querySelector(selector);

const [stock, credentials, quirks] = await Promise.all([
  call('GET', 'stock'),
  call('GET', 'credentials'),
  call('GET', 'quirks'),
]);
const names = {
  agent: (id) => stock.agents.find((agent) => agent.id === id)?.name ?? String(id),
  status: (id) =>
    stock.statuses.find((status) => status.id === id) ?? { name: String(id), colour: '#999999' },
};

find('#resource-server').textContent = `${location.origin}/api`;
find('#authorisation-server').textContent = `${location.origin}/auth`;
find('#tenant').textContent = credentials.tenant;
find('#client-id').textContent = credentials.clientId;
find('#client-secret').textContent = credentials.clientSecret;
buildLogForm(stock);
buildQuirks(quirks);
onSubmitLog(refresh);

const result = find('#control-result');
find('#expire-tokens').addEventListener('click', async () => {
  await call('POST', 'expire-tokens');
  result.textContent = 'Every token is expired.';
});
find('#reset').addEventListener('click', async () => {
  await call('POST', 'reset');
  result.textContent = 'Everything is as at the start.';
  await refresh();
});

let revision = '';

async function refresh() {
  const [state, current] = await Promise.all([
    call('GET', `state?last=100&revision=${revision}`),
    call('GET', 'quirks'),
  ]);
  showQuirks(current);
  if (state === undefined) return;
  revision = state.revision;
  show(state);
}

function show({ counts, tickets, actions, webhooks, notifications, deliveries }) {
  for (const list of ['tickets', 'actions', 'webhooks', 'deliveries']) {
    find(`[data-count="${list}"]`).textContent = counts[list];
    find(`[data-empty="${list}"]`).hidden = counts[list] > 0;
    find(`#${list} table`).hidden = counts[list] === 0;
  }
  const actionsOf = Map.groupBy(actions, (action) => action.ticket_id);
  updateRows(
    find('#ticket-rows'),
    tickets.toReversed().map((ticket) => ({ ticket, actions: actionsOf.get(ticket.id) ?? [] })),
    { key: ({ ticket }) => ticket.id, row: (item) => ticketRow(item, names) },
  );
  updateRows(find('#action-rows'), actions.toSorted(byTime), {
    key: (action) => action.guid,
    row: (action) => actionRow(action, names),
  });
  updateRows(
    find('#webhook-rows'),
    webhooks.map((webhook) => ({
      webhook,
      notifications: notifications.filter((row) => row.webhook_id === webhook.id),
    })),
    { key: ({ webhook }) => webhook.id, row: webhookRow },
  );
  updateRows(
    find('#delivery-rows'),
    deliveries.toReversed().map((delivery) => ({
      delivery,
      webhook: webhooks.find((webhook) => webhook.id === delivery.webhook_id),
    })),
    { key: ({ delivery }) => delivery.id, row: deliveryRow },
  );
}

function byTime(left, right) {
  return right.datetime.localeCompare(left.datetime) || right.id - left.id;
}

async function poll() {
  const state = find('#link-state');
  try {
    if (!document.hidden) await refresh();
    state.textContent = 'Live';
    state.dataset.state = 'ok';
  } catch {
    state.textContent = 'Not answering';
    state.dataset.state = 'fail';
  }
  setTimeout(poll, pollMs);
}

await poll();
