import { call } from './api.js';
import { fillSelect } from './dom.js';

const form = document.querySelector('#log');
const result = document.querySelector('#log-result');

/** Fills the form's drop-downs; the priorities follow the SLA of the chosen type. */
export function buildLogForm(stock) {
  const { tickettype_id, priority_id, client_id, category_1, agent_id } = form.elements;
  const named = (rows) => rows.map(({ id, name }) => [id, name]);
  const showPriorities = () => {
    const sla = stock.types.find((type) => String(type.id) === tickettype_id.value)?.sla;
    const ofSla = stock.priorities.filter((priority) => priority.sla === sla);
    fillSelect(priority_id, [['', 'Default'], ...named(ofSla)]);
  };
  fillSelect(tickettype_id, named(stock.types));
  fillSelect(client_id, named(stock.clients));
  fillSelect(category_1, [['', 'None'], ...stock.categories.map((value) => [value, value])]);
  fillSelect(agent_id, named(stock.agents));
  showPriorities();
  tickettype_id.addEventListener('change', showPriorities);
}

/** Logs what the form says, then calls `onLogged`. */
export function onSubmitLog(onLogged) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const filled = [...new FormData(form)].filter(([, value]) => value !== '');
    try {
      const ticket = await call('POST', 'tickets', Object.fromEntries(filled));
      result.className = 'result ok';
      result.textContent = `Ticket ${ticket.id} logged.`;
      form.elements.summary.value = '';
      form.elements.details.value = '';
      form.elements.summary.focus();
      onLogged();
    } catch (error) {
      result.className = 'result fail';
      result.textContent = error.message;
    }
  });
}
