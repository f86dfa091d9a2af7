import type { FieldManifest } from '../catalogue/catalogue.ts';
import { type InputValue, isConditions, isEntries, isPerWay, pillsOf } from '../pills/template.ts';

/** Where a value comes from, and where it is to go. */
interface Fitting {
  readonly from: FieldManifest | undefined;
  readonly to: FieldManifest;
}

/**
 * Whether what one input holds can be taken over by an input of another step. A pill fits wherever
 * pills may stand; typed text only where it means the same.
 */
export function fitsInput(value: InputValue, { from, to }: Fitting): boolean {
  if (isEntries(value)) return to.control === 'entries';
  if (isPerWay(value)) return to.control === 'per-way';
  if (isConditions(value)) {
    if (to.control !== 'conditions') return false;
    const known = new Set(to.operators?.map((operator) => operator.value));
    return value.sets.every((set) => set.comparisons.every(({ operator }) => known.has(operator)));
  }
  if (['entries', 'per-way', 'conditions'].includes(to.control)) return false;
  if (value.length === 0) return to.canBeEmptied === true;
  const hasPill = pillsOf(value).length > 0;
  if (to.control === 'code') return !hasPill && from?.control === 'code';
  return (
    hasPill ||
    typedFits(value.map((part) => ('text' in part ? part.text : '')).join(''), {
      from,
      to,
    })
  );
}

function typedFits(text: string, { from, to }: Fitting): boolean {
  switch (to.control) {
    case 'select':
      return to.options?.some((option) => option.value === text) ?? false;
    case 'toggle':
      return text === 'true' || text === 'false';
    case 'number':
      return Number.isFinite(Number(text)) && text.trim() !== '';
    case 'lookup':
      // An id of one list means nothing in another.
      return from?.control === 'lookup' && from.lookup?.name === to.lookup?.name;
    case 'flow':
    case 'secret':
    case 'date-time':
      return from?.control === to.control;
    default:
      return from?.control !== 'code' && from?.control !== 'secret';
  }
}
