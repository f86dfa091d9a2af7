import {
  type Flow,
  type FlowNode,
  type InputValue,
  type ManifestIndex,
  type Position,
  defaultTriggerSettings,
} from '@sluice/schema';
import { newId } from '../state/new-id.ts';

/** A new node of a declared type, ready to be added; undefined when the catalogue has no such type. */
export function newNode(
  type: string,
  index: ManifestIndex,
  { flow, position }: { readonly flow: Flow; readonly position: Position },
): FlowNode | undefined {
  const trigger = index.triggers.get(type);
  const step = index.steps.get(type);
  const manifest = trigger ?? step;
  if (!manifest) return undefined;
  const base = { id: newId(), type, name: freeName(manifest.label, flow), position };
  if (trigger) {
    const inputs = initialInputs(trigger.inputs);
    const filled = Object.keys(inputs).length > 0 ? { inputs } : {};
    return { ...base, kind: 'trigger', settings: defaultTriggerSettings, ...filled };
  }
  return { ...base, kind: 'step', inputs: initialInputs(step?.inputs ?? {}) };
}

/** A label that no node of the flow has yet: the wanted one, or with the next free number. */
export function freeName(wanted: string, flow: Pick<Flow, 'nodes'>): string {
  const taken = new Set(flow.nodes.map((node) => node.name));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!taken.has(name)) return name;
  }
}

function initialInputs(
  fields: Readonly<Record<string, { readonly initial?: string }>>,
): Record<string, InputValue> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { initial }]) =>
      initial === undefined ? [] : [[name, [{ text: initial }]]],
    ),
  );
}
