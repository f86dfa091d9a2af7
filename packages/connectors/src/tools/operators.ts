import type { OperatorManifest } from '@sluice/schema';

/** What a Condition can ask, the most usual first. */
export const operators = [
  { value: 'equals', label: 'equals', hint: 'Text' },
  { value: 'not-equals', label: 'does not equal', hint: 'Text' },
  { value: 'contains', label: 'contains', hint: 'Text' },
  { value: 'not-contains', label: 'does not contain', hint: 'Text' },
  { value: 'starts-with', label: 'starts with', hint: 'Text' },
  { value: 'ends-with', label: 'ends with', hint: 'Text' },
  { value: 'blank', label: 'is blank', hint: 'Any value', takesNothing: true },
  { value: 'not-blank', label: 'is not blank', hint: 'Any value', takesNothing: true },
  { value: 'true', label: 'is true', hint: 'Yes or no', takesNothing: true },
  { value: 'false', label: 'is false', hint: 'Yes or no', takesNothing: true },
  { value: 'number-equals', label: 'is the number', hint: 'Number' },
  { value: 'number-not-equals', label: 'is not the number', hint: 'Number' },
  { value: 'more-than', label: 'is more than', hint: 'Number' },
  { value: 'at-least', label: 'is at least', hint: 'Number' },
  { value: 'less-than', label: 'is less than', hint: 'Number' },
  { value: 'at-most', label: 'is at most', hint: 'Number' },
  { value: 'before', label: 'is before', hint: 'Date' },
  { value: 'after', label: 'is after', hint: 'Date' },
  { value: 'list-contains', label: 'has the item', hint: 'List' },
  { value: 'list-not-contains', label: 'does not have the item', hint: 'List' },
  { value: 'length-equals', label: 'has this many items', hint: 'List' },
  { value: 'longer-than', label: 'has more items than', hint: 'List' },
  { value: 'shorter-than', label: 'has fewer items than', hint: 'List' },
] as const satisfies readonly OperatorManifest[];

/** One of the things that can be asked. */
export type Operator = (typeof operators)[number]['value'];
