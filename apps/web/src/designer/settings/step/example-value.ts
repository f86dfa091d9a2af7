import {
  type FieldExample,
  type FieldManifest,
  type InputValue,
  type Template,
  isBlank,
  isConditions,
  isEntries,
} from '@sluice/schema';
import { newId } from '../../state/new-id.ts';
import { plainText } from './plain-text.ts';

const tall = new Set<FieldManifest['control']>(['long-text', 'html', 'json']);

/**
 * What an input holds once an example was put in: a single line is replaced, a longer text, a list
 * and comparisons get it at their end.
 */
export function withExample(
  value: InputValue | undefined,
  example: FieldExample,
  field: FieldManifest,
): InputValue {
  if (field.control === 'entries') {
    const before = value && isEntries(value) ? value.entries : [];
    const lines = (example.lines ?? []).map((line) => ({
      id: newId(),
      name: templateOf(line.name),
      value: templateOf(line.value),
    }));
    return { entries: [...before, ...lines] };
  }
  if (field.control === 'conditions') {
    const before = value && isConditions(value) ? value.sets : [];
    const { left = '', operator = '', right = '' } = example.comparison ?? {};
    const comparison = { id: newId(), operator, left: templateOf(left), right: templateOf(right) };
    const last = before.at(-1);
    return {
      sets: last
        ? [...before.slice(0, -1), { ...last, comparisons: [...last.comparisons, comparison] }]
        : [{ id: newId(), comparisons: [comparison] }],
    };
  }
  const text = templateOf(example.text ?? '');
  const goesOn = Array.isArray(value) && !isBlank(value) && tall.has(field.control);
  return goesOn ? [...(value as Template), { text: '\n' }, ...text] : text;
}

/** Whether examples are worth showing at once: nothing of the builder's own stands there yet. */
export function beginsHere(value: InputValue | undefined, field: FieldManifest): boolean {
  if (isBlank(value)) return true;
  const text = plainText(value);
  if (text === undefined) return false;
  return text === field.initial || (field.examples ?? []).some((example) => example.text === text);
}

/** Whether an example can be put in at all: code that is there would be lost. */
export function takesExample(value: InputValue | undefined, field: FieldManifest): boolean {
  return field.control !== 'code' || beginsHere(value, field);
}

function templateOf(text: string): Template {
  return text === '' ? [] : [{ text }];
}
