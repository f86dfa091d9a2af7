import {
  type Catalogue,
  type FlowNode,
  type OfferedOutput,
  manifestIndex,
  outputsOffered,
} from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { MappingOutput } from './mapping.ts';
import type { Tone } from './pill-view.ts';

/** What stands for an error where a step is left by its Error exit. */
export const errorOutputs: readonly Omit<MappingOutput, 'value'>[] = [
  {
    name: 'code',
    label: say('designer.mapping.errors.code'),
    help: say('designer.mapping.errors.code-help'),
  },
  {
    name: 'message',
    label: say('designer.mapping.errors.message'),
    help: say('designer.mapping.errors.message-help'),
  },
  {
    name: 'status',
    label: say('designer.mapping.errors.status'),
    help: say('designer.mapping.errors.status-help'),
  },
];

/** Which colour a node's pills have. */
export function toneOf(node: FlowNode, catalogue: Catalogue): Tone {
  if (node.kind === 'trigger') return 'trigger';
  return manifestIndex(catalogue).connectors.get(node.type)?.section === 'tools' ? 'tool' : 'app';
}

/** Everything a node offers as a pill, without values. */
export function declaredOutputs(
  node: FlowNode,
  catalogue: Catalogue,
): readonly Omit<MappingOutput, 'value'>[] {
  return offeredBy(node, catalogue).map(({ name, label, help }) => ({
    name,
    label,
    ...(help !== undefined && { help }),
  }));
}

/** Everything a node offers, with the samples that are known without a run. */
export function offeredBy(node: FlowNode, catalogue: Catalogue): readonly OfferedOutput[] {
  const index = manifestIndex(catalogue);
  return outputsOffered(node, index.triggers.get(node.type) ?? index.steps.get(node.type));
}
