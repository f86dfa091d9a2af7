import type { Pill } from '@sluice/schema';
import type { MappingOutput, MappingSource } from './mapping.ts';
import { isStructured, leavesOf } from './value-tree.ts';
import { pathLabel } from './value-text.ts';

/** One value that the output menu offers. */
export interface OutputChoice {
  readonly key: string;
  readonly pill: Pill;
  readonly label: string;
  readonly value: unknown;
  readonly source: MappingSource;
}

/**
 * The values that match what was typed: every word must occur in the step's name or the label.
 * Labels that begin with the first word come first. Values deep within others are offered only
 * to a search, for there are many of them.
 */
export function outputChoices(
  sources: readonly MappingSource[],
  query: string,
  most = 60,
): readonly OutputChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sources.flatMap((source) =>
    source.outputs
      .flatMap((output) => choicesOf(source, output, words.length > 0))
      .filter((choice) => matches(`${source.name} ${choice.label}`, words)),
  );
  const begins = (choice: OutputChoice) => choice.label.toLowerCase().startsWith(words[0] ?? '');
  const isDeep = (choice: OutputChoice) => choice.pill.path !== undefined;
  return [
    ...found.filter((choice) => begins(choice) && !isDeep(choice)),
    ...found.filter((choice) => !begins(choice) && !isDeep(choice)),
    ...found.filter(isDeep),
  ].slice(0, most);
}

/** Whether a text holds every one of some lower-case words. */
export function matches(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

function choicesOf(source: MappingSource, output: MappingOutput, deep: boolean): OutputChoice[] {
  const pill = { nodeId: source.nodeId, output: output.name };
  const whole = { key: keyOf(pill), pill, label: output.label, value: output.value, source };
  if (!deep || !isStructured(output.value)) return [whole];
  const leaves = leavesOf(output.value).map(({ path, value }) => {
    const within = { ...pill, path };
    const label = `${output.label} › ${pathLabel(path)}`;
    return { key: keyOf(within), pill: within, label, value, source };
  });
  return [whole, ...leaves];
}

function keyOf(pill: Pill): string {
  return JSON.stringify([pill.nodeId, pill.output, pill.path ?? []]);
}
