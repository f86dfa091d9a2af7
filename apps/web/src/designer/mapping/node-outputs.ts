import { type Catalogue, type FlowNode, manifestIndex } from '@sluice/schema';
import type { MappingOutput } from './mapping.ts';
import type { Tone } from './pill-view.ts';

/** What stands for an error where a step is left by its Error exit. */
export const errorOutputs: readonly Omit<MappingOutput, 'value'>[] = [
  { name: 'code', label: 'Error code', help: 'A word for the kind of failure.' },
  { name: 'message', label: 'Error message', help: 'What went wrong, in a sentence.' },
  {
    name: 'status',
    label: 'Error HTTP status',
    help: 'The number the other system answered with.',
  },
];

/** Which colour a node's pills have. */
export function toneOf(node: FlowNode, catalogue: Catalogue): Tone {
  if (node.kind === 'trigger') return 'trigger';
  return manifestIndex(catalogue).connectors.get(node.type)?.section === 'tools' ? 'tool' : 'app';
}

/** The outputs a node declares, with those that were picked out of a trigger's payload. */
export function declaredOutputs(
  node: FlowNode,
  catalogue: Catalogue,
): readonly Omit<MappingOutput, 'value'>[] {
  const index = manifestIndex(catalogue);
  const manifest = index.triggers.get(node.type) ?? index.steps.get(node.type);
  const declared = Object.entries(manifest?.outputs ?? {}).map(([name, { label, help }]) => ({
    name,
    label,
    ...(help !== undefined && { help }),
  }));
  const picked = node.kind === 'trigger' ? (node.picked ?? []) : [];
  return [...declared, ...picked.map(({ name, label }) => ({ name, label }))];
}
