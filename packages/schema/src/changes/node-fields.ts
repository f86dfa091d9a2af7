import { DEFAULT_TIMEOUT_SECONDS, type FlowNode, defaultRetry } from '../flow/flow.ts';
import { isRecord } from '../values/same-value.ts';
import { type InputValue, type Template, isPerWay, mapTemplates } from '../pills/template.ts';

/**
 * Everything about a node that a builder sets up, by a dotted name such as `inputs.summary` or
 * `settings.floodControl.threshold`. Where it stands is left out. What is left to the default is
 * given as that, lists whose order says nothing are in order, and what says nothing is absent: so
 * two nodes that do the same have the same fields.
 */
export function nodeFields(node: FlowNode): ReadonlyMap<string, unknown> {
  const { id: _id, kind: _kind, position: _position, ...rest } = node;
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(rest)) {
    // What is pinned is data and not settings, so it is one field however deep it is.
    if (key === 'pinned') fields.set(key, value);
    else if (key !== 'inputs') flatten(key, value, fields);
  }
  for (const [input, value] of Object.entries(node.inputs ?? {})) {
    fields.set(`inputs.${input}`, plainest(value));
  }
  if (fields.get('disabled') === false) fields.delete('disabled');
  if (node.kind === 'trigger') return fields;
  for (const [name, value] of Object.entries(node.retry ?? defaultRetry)) {
    fields.set(`retry.${name}`, value);
  }
  fields.set('timeoutSeconds', node.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS);
  return fields;
}

/** Lists of outputs, of which only the members count. */
const unordered = ['settings.floodControl.correlateBy', 'settings.deduplicate.by', 'picked'];

function flatten(name: string, value: unknown, fields: Map<string, unknown>): void {
  if (value === undefined) return;
  if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) flatten(`${name}.${key}`, inner, fields);
    return;
  }
  const isList = Array.isArray(value) && unordered.includes(name);
  fields.set(name, isList ? [...value].sort(byText) : value);
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** An input without what makes no difference: text in pieces, empty pieces, the order of ways. */
function plainest(value: InputValue): InputValue {
  const joined = mapTemplates(value, joinText);
  if (!isPerWay(joined)) return joined;
  const perWay = joined.perWay.map((line) => ({
    ...line,
    values: line.values.filter(({ value: given }) => given.length > 0).sort(byText),
  }));
  return { perWay };
}

function joinText(template: Template): Template {
  return template.reduce<Template>((parts, part) => {
    const last = parts.at(-1);
    if (!('text' in part)) return [...parts, part];
    if (part.text === '') return parts;
    if (!last || !('text' in last)) return [...parts, part];
    return [...parts.slice(0, -1), { text: last.text + part.text }];
  }, []);
}
