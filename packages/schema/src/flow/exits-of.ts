import { asText } from '../values/as-text.ts';
import { type Exit, type StepManifest, errorExit, nextExit } from '../catalogue/catalogue.ts';
import type { FlowNode } from './flow.ts';
import { type Template, isEntries } from '../pills/template.ts';

/** What the exits are called that no connector declares. */
interface ExitWords {
  readonly next: string;
  readonly error: string;
  /** A case that has no name yet. */
  readonly case: string;
}

const englishWords: ExitWords = { next: nextExit.label, error: errorExit.label, case: 'Case' };

/** A node's exits, `error` last: a pure function of its declaration and its settings. */
export function exitsOf(
  node: FlowNode,
  manifest: Pick<StepManifest, 'exits'> | undefined,
  words: ExitWords = englishWords,
): Exit[] {
  const next = { ...nextExit, label: words.next };
  const error = { ...errorExit, label: words.error };
  if (node.kind === 'trigger') return [next];
  if (!manifest) return [next, error];
  const { fixed, perEntryOf } = manifest.exits;
  const lines = perEntryOf === undefined ? undefined : node.inputs[perEntryOf];
  const cases = lines && isEntries(lines) ? lines.entries : [];
  return [
    ...cases.map((entry) => ({ id: entry.id, label: plainText(entry.name) || words.case })),
    ...fixed,
    error,
  ];
}

/**
 * The exit by which runs go on when they pass over a disabled step: the first that its kind always
 * has. For a Condition that is “If true”, for a Switch “Otherwise”, for most steps the only one.
 */
export function exitWhenDisabled(manifest: Pick<StepManifest, 'exits'> | undefined): Exit {
  return manifest?.exits.fixed[0] ?? nextExit;
}

function plainText(template: Template): string {
  return template.map((part) => ('text' in part ? part.text : asText(part.pill.output))).join('');
}
