import type { FieldManifest, OperatorManifest } from '../catalogue/catalogue.ts';
import type { ProblemKind } from './problem-words.ts';
import {
  type Comparison,
  type Entry,
  type InputValue,
  type Template,
  isConditions,
  isEntries,
  isPerWay,
  pillsOf,
} from '../pills/template.ts';

/** What is wrong within one input. */
export interface InputFault {
  readonly kind: ProblemKind;
  /** What the column is called that is empty. */
  readonly column?: string;
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
  return { kind: 'line-nameless', column: columns?.name ?? 'Name' };
}

function isEmpty(template: Template): boolean {
  return template.every((part) => 'text' in part && part.text.trim() === '');
}

const pillInCode: InputFault = { kind: 'pill-in-code' };
const notPerWay: InputFault = { kind: 'not-per-way' };
const noConditions: InputFault = { kind: 'not-conditions' };
const unknownOperator: InputFault = { kind: 'operator-unknown' };
const oneSided: InputFault = { kind: 'side-empty' };
