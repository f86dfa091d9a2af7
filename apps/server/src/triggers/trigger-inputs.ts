import type { TriggerDefinition } from '@sluice/connector-kit';
import { checkInputs, resolveInputs } from '@sluice/engine';
import type { TriggerNode, Values } from '@sluice/schema';

/** What the builder filled in, read as the declaration says. What cannot be read is left out. */
export function triggerInputs(
  node: TriggerNode,
  { inputs: fields = {} }: TriggerDefinition,
): Values {
  const resolved = resolveInputs(node.inputs ?? {}, fields, nothingBefore);
  const checked = checkInputs(fields, resolved);
  return checked.ok ? checked.values : {};
}

/** Nothing comes before a trigger, so its inputs hold no pills. */
const nothingBefore = { lookup: () => undefined, isHtml: () => false };
