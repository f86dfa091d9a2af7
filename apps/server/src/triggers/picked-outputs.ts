import { type TriggerNode, type Values, within } from '@sluice/schema';

/** The deeper values of the payload that the builder picked. */
export function pickedOutputs(node: TriggerNode, outputs: Values, body: unknown): Values {
  if (!node.picked) return {};
  const payload = outputs['rawPayload'] ?? body;
  return Object.fromEntries(
    node.picked.map(({ name, path }) => [name, path.reduce(within, payload) ?? null]),
  );
}
