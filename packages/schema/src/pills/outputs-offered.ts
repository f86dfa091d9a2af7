import { asText } from '../values/as-text.ts';
import type { OutputManifest, StepManifest } from '../catalogue/catalogue.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { type Template, isEntries, isPerWay } from './template.ts';

/** An output by the name that pills know it by. */
export interface OfferedOutput extends OutputManifest {
  readonly name: string;
}

/**
 * Everything a node hands on: what its kind declares, one output per line of the input that its
 * declaration names, and what was picked out of a trigger's payload. A pure function of declaration
 * and settings. A line's output is known by the line's id, so that renaming the line keeps pills.
 */
export function outputsOffered(
  node: FlowNode,
  manifest: Pick<StepManifest, 'outputs' | 'outputPerEntryOf'> | undefined,
): readonly OfferedOutput[] {
  const declared = manifest?.outputs ?? {};
  const fixed = Object.entries(declared).map(([name, output]) => ({ name, ...output }));
  const picked = node.kind === 'trigger' ? (node.picked ?? []) : [];
  return [
    ...fixed,
    ...outputsOfLines(node, manifest?.outputPerEntryOf).filter(
      ({ name }) => !Object.hasOwn(declared, name),
    ),
    ...picked.map(({ name, label }) => ({ name, label, sample: undefined })),
  ];
}

/**
 * Whether a pill may name an output of a node. What a step hands on through its `error` exit counts
 * as well, and a node of a kind that nobody knows may have any output.
 */
export function offersOutput(node: FlowNode, output: string, manifests: ManifestIndex): boolean {
  if (node.kind === 'step' && ['code', 'message', 'status'].includes(output)) return true;
  const manifest = manifests.triggers.get(node.type) ?? manifests.steps.get(node.type);
  if (!manifest || Object.hasOwn(manifest.outputs, output)) return true;
  return outputsOffered(node, manifest).some(({ name }) => name === output);
}

function outputsOfLines(node: FlowNode, input: string | undefined): readonly OfferedOutput[] {
  const value = input === undefined ? undefined : node.inputs?.[input];
  if (value === undefined) return [];
  if (isPerWay(value)) {
    return value.perWay.flatMap((line) => outputOfLine(line, line.values[0]?.value ?? []));
  }
  return isEntries(value) ? value.entries.flatMap((entry) => outputOfLine(entry, entry.value)) : [];
}

function outputOfLine(
  { id, name }: { readonly id: string; readonly name: Template },
  value: Template,
): readonly OfferedOutput[] {
  const label = textOf(name).trim();
  if (label === '') return [];
  const typed = value.some((part) => 'pill' in part) ? '' : textOf(value);
  return [{ name: id, label, sample: typed === '' ? undefined : typed }];
}

function textOf(template: Template): string {
  return template.map((part) => ('text' in part ? part.text : asText(part.pill.output))).join('');
}
