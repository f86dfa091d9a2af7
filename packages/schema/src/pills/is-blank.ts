import { type InputValue, isConditions, isEntries, isPerWay } from './template.ts';

/** Whether an input holds nothing: absent, or only white space without a pill. */
export function isBlank(value: InputValue | undefined): boolean {
  if (value === undefined) return true;
  if (isEntries(value)) return value.entries.length === 0;
  if (isConditions(value)) return value.sets.length === 0;
  if (isPerWay(value)) return value.perWay.length === 0;
  return value.every((part) => 'text' in part && part.text.trim() === '');
}
