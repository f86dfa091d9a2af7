import type { FieldManifest } from '../catalogue/catalogue.ts';
import { exitsOf } from '../flow/exits-of.ts';
import type { FlowNode, NodeId } from '../flow/flow.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { outputsOffered } from '../pills/outputs-offered.ts';
import type { PillFormat } from '../pills/pill-format.ts';
import {
  CONSTANTS,
  type InputValue,
  type Pill,
  type Template,
  isConditions,
  isEntries,
  isPerWay,
  isTemplate,
} from '../pills/template.ts';

/** One line of an input as a person reads it: what was typed, and pills by their names. */
export type ReadableLine = readonly ReadablePart[];

export interface ReadablePart {
  readonly text: string;
  /** Whether it stands for a value: `Step › Output`. */
  readonly pill: boolean;
}

/** What pills are named after. */
export interface ReadableSurroundings {
  readonly nodes: ReadonlyMap<NodeId, FlowNode>;
  readonly manifests: ManifestIndex;
  /** Some words are the screen's, in its language: how a format, and where constants are from. */
  readonly words: ReadableWords;
}

export interface ReadableWords {
  readonly constants: string;
  readonly format: (format: PillFormat) => string;
}

/** An input in readable lines: one, or one for each of its entries, comparisons or ways. */
export function readableInput(
  value: InputValue,
  field: FieldManifest | undefined,
  given: ReadableSurroundings,
): readonly ReadableLine[] {
  const read = (template: Template) => readableTemplate(template, given);
  if (isTemplate(value))
    return value.length === 0 ? [] : [optionLabel(value, field) ?? read(value)];
  if (isEntries(value)) {
    return value.entries.map(({ name, value: of }) => [...read(name), typed(' = '), ...read(of)]);
  }
  if (isPerWay(value)) {
    return value.perWay.flatMap(({ name, values }) =>
      values.map((each) => [
        ...read(name),
        typed(` ← ${wayLabel(each, given)} = `),
        ...read(each.value),
      ]),
    );
  }
  return isConditions(value)
    ? value.sets.flatMap(({ comparisons }, set) =>
        comparisons.map(({ left, operator, right }) => {
          const known = field?.operators?.find((each) => each.value === operator);
          return [
            typed(value.sets.length > 1 ? `${set + 1}. ` : ''),
            ...read(left),
            typed(` ${known?.label ?? operator} `),
            ...(known?.takesNothing ? [] : read(right)),
          ].filter(({ text }) => text !== '');
        }),
      )
    : [];
}

/** A template with its pills by their names. */
function readableTemplate(template: Template, given: ReadableSurroundings): ReadableLine {
  return template.map((part) =>
    'text' in part ? typed(part.text) : { text: pillWords(part.pill, given), pill: true },
  );
}

function pillWords(pill: Pill, { nodes, manifests, words }: ReadableSurroundings): string {
  const source = nodes.get(pill.nodeId);
  const manifest =
    source && (manifests.triggers.get(source.type) ?? manifests.steps.get(source.type));
  const offered = source ? outputsOffered(source, manifest) : [];
  const output = offered.find(({ name }) => name === pill.output)?.label ?? pill.output;
  const from = pill.nodeId === CONSTANTS ? words.constants : (source?.name ?? pill.nodeId);
  const deeper = (pill.path ?? []).map((key) => ` › ${key}`).join('');
  const formats = (pill.format ?? []).map((each) => ` · ${words.format(each)}`).join('');
  return `${from} › ${output}${deeper}${formats}`;
}

function optionLabel(value: Template, field: FieldManifest | undefined): ReadableLine | undefined {
  const [only] = value;
  if (value.length !== 1 || !only || !('text' in only)) return undefined;
  const option = field?.options?.find((each) => each.value === only.text);
  return option && [typed(option.label)];
}

function wayLabel(
  { source, exit }: { readonly source: NodeId; readonly exit: string },
  { nodes, manifests }: ReadableSurroundings,
): string {
  const node = nodes.get(source);
  if (!node) return source;
  const label = exitsOf(node, manifests.steps.get(node.type)).find(({ id }) => id === exit)?.label;
  return exit === 'next' || label === undefined ? node.name : `${node.name} › ${label}`;
}

function typed(text: string): ReadablePart {
  return { text, pill: false };
}
