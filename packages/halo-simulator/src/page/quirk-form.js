import { call } from './api.js';
import { element, fillSelect } from './dom.js';
import { faultKinds, quirkGroups } from './quirk-list.js';

const fields = document.querySelector('#quirk-fields');
const failNext = document.querySelector('#fail-next');
const faultsLeft = document.querySelector('#faults-left');
const controls = new Map();

/** Builds the switches; each applies by itself as soon as it is changed. */
export function buildQuirks(quirks) {
  fields.replaceChildren(
    ...quirkGroups.map((group) =>
      element(
        'fieldset',
        {},
        element('legend', {}, group.title),
        ...group.quirks.map((quirk) => control(quirk, quirks[quirk.name])),
      ),
    ),
  );
  fillSelect(failNext.elements.kind, faultKinds);
  showQuirks(quirks);
}

/** Shows the quirks in force, except in the field that is being edited. */
export function showQuirks(quirks) {
  for (const [name, input] of controls) {
    if (input === document.activeElement && input.type === 'number') continue;
    if (input.type === 'checkbox') input.checked = quirks[name];
    else if (input.value !== String(quirks[name])) input.value = String(quirks[name]);
  }
  const left = quirks.failNext.reduce((sum, fault) => sum + fault.count, 0);
  faultsLeft.textContent = left === 0 ? '' : `${left} to come`;
}

function control({ name, label, choices }, value) {
  const id = `quirk-${name}`;
  const kind = choices ? 'select' : typeof value === 'boolean' ? 'switch' : 'number';
  const input =
    kind === 'select'
      ? element('select', { id, name })
      : element('input', { id, name, type: kind === 'switch' ? 'checkbox' : 'number', min: '0' });
  if (choices)
    fillSelect(
      input,
      choices.map((choice) => [choice, String(choice)]),
    );
  if (kind === 'switch') input.setAttribute('role', 'switch');
  input.addEventListener('change', () => change(input, { name, choices }));
  controls.set(name, input);
  return element('div', { class: `field ${kind}` }, element('label', { for: id }, label), input);
}

async function change(input, { name, choices }) {
  if (!input.reportValidity()) return;
  const value =
    input.type === 'checkbox'
      ? input.checked
      : choices
        ? choices.find((choice) => String(choice) === input.value)
        : Number(input.value);
  showQuirks(await call('PUT', 'quirks', { [name]: value }));
}

fields.addEventListener('submit', (event) => event.preventDefault());

failNext.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { kind, count, path } = Object.fromEntries(new FormData(failNext));
  const { failNext: before } = await call('GET', 'quirks');
  const fault = { kind, count: Number(count), ...(path && { path }) };
  showQuirks(await call('PUT', 'quirks', { failNext: [...before, fault] }));
});
