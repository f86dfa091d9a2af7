import type { StepNode } from '../flow/flow.ts';
import { type InputValue, type Pill, type Template, mapTemplates } from './template.ts';

/** Puts other parts in place of pills; undefined leaves a pill as it is. */
export type ReplacePill = (pill: Pill) => Template | undefined;

/** Returns an input with pills replaced, texts that now touch joined; the same one when none was. */
export function replacePills(value: InputValue, replace: ReplacePill): InputValue {
  let changed = false;
  const replaced = mapTemplates(value, (template) => {
    const parts = template.map((part) => ('pill' in part ? replace(part.pill) : undefined));
    if (parts.every((part) => part === undefined)) return template;
    changed = true;
    return joined(template.flatMap((part, index) => parts[index] ?? [part]));
  });
  return changed ? replaced : value;
}

/** Returns a step with pills of its inputs replaced; the same one when none was. */
export function replacePillsOf(node: StepNode, replace: ReplacePill): StepNode {
  const inputs = Object.entries(node.inputs).map(
    ([name, value]) => [name, replacePills(value, replace)] as const,
  );
  return inputs.every(([name, value]) => value === node.inputs[name])
    ? node
    : { ...node, inputs: Object.fromEntries(inputs) };
}

function joined(template: Template): Template {
  const parts: Template[number][] = [];
  for (const part of template) {
    const last = parts.at(-1);
    if ('text' in part && last && 'text' in last) {
      parts[parts.length - 1] = { text: last.text + part.text };
    } else if ('pill' in part || part.text !== '') {
      parts.push(part);
    }
  }
  return parts;
}
