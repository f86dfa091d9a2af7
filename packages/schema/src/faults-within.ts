import type { FieldManifest, OperatorManifest } from './catalogue.ts';
import {
  type Comparison,
  type Entry,
  type InputValue,
  type Template,
  isConditions,
  isEntries,
  isPerWay,
  pillsOf,
} from './template.ts';

/** What is wrong within one input, said so that it can follow the input's name. */
export interface InputFault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong with an input that holds something, judged by its declaration. */
export function faultsWithin(value: InputValue, field: FieldManifest): readonly InputFault[] {
  if (field.control === 'code' && pillsOf(value).length > 0) return [pillInCode];
  if (isEntries(value)) return value.entries.some(isNameless) ? [nameless(field)] : [];
  if (field.control === 'per-way') return perWayFaults(value, field);
  if (isPerWay(value)) return [notPerWay];
  if (field.control !== 'conditions') return [];
  if (!isConditions(value)) return [noConditions];
  const operators = field.operators ?? [];
  const faults = value.sets
    .flatMap((set) => set.comparisons)
    .flatMap((each) => faultOfComparison(each, operators) ?? []);
  return [...new Set(faults)];
}

function faultOfComparison(
  { left, operator, right }: Comparison,
  operators: readonly OperatorManifest[],
): InputFault | undefined {
  const known = operators.find((each) => each.value === operator);
  if (!known) return unknownOperator;
  if (isEmpty(left)) return oneSided;
  return isEmpty(right) && !known.takesNothing ? oneSided : undefined;
}

function perWayFaults(value: InputValue, field: FieldManifest): readonly InputFault[] {
  if (!isPerWay(value)) return [notPerWay];
  return value.perWay.some(isNameless) ? [nameless(field)] : [];
}

function isNameless({ name }: Pick<Entry, 'name'>): boolean {
  return isEmpty(name);
}

function nameless({ columns }: FieldManifest): InputFault {
  const what = columns?.name ?? 'Name';
  return {
    severity: 'warning',
    message: `has a line without “${what}”, which is passed over.`,
    remedy: `Fill in “${what}” on every line, or remove the line.`,
  };
}

function isEmpty(template: Template): boolean {
  return template.every((part) => 'text' in part && part.text.trim() === '');
}

const pillInCode: InputFault = {
  severity: 'error',
  message: 'holds a pill, and data never becomes part of code.',
  remedy: 'Give the value to the code as a named value, and take the pill out.',
};

const notPerWay: InputFault = {
  severity: 'error',
  message: 'is not what this input takes.',
  remedy: 'Empty it, and fill it in again.',
};

const noConditions: InputFault = {
  severity: 'error',
  message: 'is not made of comparisons.',
  remedy: 'Empty it, and add comparisons.',
};

const unknownOperator: InputFault = {
  severity: 'error',
  message: 'compares in a way that this step does not know.',
  remedy: 'Choose another way to compare.',
};

const oneSided: InputFault = {
  severity: 'warning',
  message: 'has a comparison with an empty side.',
  remedy: 'Fill in both sides of every comparison, or ask whether something is blank.',
};
