import { type PickedOutput, type TriggerNode, sameValue } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { pathLabel } from '../../mapping/value-text.ts';

type Path = PickedOutput['path'];

/**
 * Returns the trigger with one more output: the value at a path of the payload.
 *
 * @param others every output the trigger has so far, so that name and label stay its own
 */
export function pickOutput(
  node: TriggerNode,
  path: Path,
  others: readonly { readonly name: string; readonly label: string }[],
): TriggerNode {
  const picked = node.picked ?? [];
  if (picked.length >= MOST || isPicked(node, path)) return node;
  const names = new Set(others.map((output) => output.name));
  const labels = new Set(others.map((output) => output.label.toLowerCase()));
  const short = labelOf(path.slice(-1));
  const label = labels.has(short.toLowerCase()) ? labelOf(path) : short;
  return { ...node, picked: [...picked, { name: freeName(path, names), label, path }] };
}

/** Returns the trigger without one of its picked outputs. */
export function dropOutput(node: TriggerNode, name: string): TriggerNode {
  const { picked = [], ...rest } = node;
  const left = picked.filter((output) => output.name !== name);
  return left.length > 0 ? { ...rest, picked: left } : rest;
}

/** Returns the trigger with another label for one of its picked outputs. */
export function renameOutput(node: TriggerNode, name: string, label: string): TriggerNode {
  return {
    ...node,
    picked: (node.picked ?? []).map((output) =>
      output.name === name ? { ...output, label } : output,
    ),
  };
}

/** Whether the value at a path is an output already. */
export function isPicked(node: TriggerNode, path: Path): boolean {
  return (node.picked ?? []).some((output) => sameValue(output.path, path));
}

const MOST = 100;

/** A name in camel case that no other output has, such as `ticketUserName`. */
function freeName(path: Path, taken: ReadonlySet<string>): string {
  const words = path
    .flatMap((key) => String(key).split(/[^A-Za-z0-9]+/))
    .filter(Boolean)
    .map((word, index) =>
      index === 0 ? lowerFirst(word) : word[0]?.toUpperCase() + word.slice(1),
    );
  const name = words.join('').slice(0, 56);
  const stem = /^[A-Za-z]/.test(name) ? name : `value${name}`;
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** A label to begin with, from the keys: `user_name` becomes “User name”. Positions count from one. */
function labelOf(path: Path): string {
  const words = pathLabel(path)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim();
  return words === ''
    ? say('designer.settings.step.value')
    : (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 120);
}
