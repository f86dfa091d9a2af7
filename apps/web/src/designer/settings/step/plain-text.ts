import { type InputValue, isTemplate } from '@sluice/schema';

/** What was typed into an input; undefined when it holds a pill or a list, whose text is not known. */
export function plainText(value: InputValue | undefined): string | undefined {
  if (value === undefined) return '';
  if (!isTemplate(value) || value.some((part) => 'pill' in part)) return undefined;
  return value.map((part) => ('text' in part ? part.text : '')).join('');
}
