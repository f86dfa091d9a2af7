import type { FlowDrawing } from '../flow/flow.ts';
import { isBlank } from '../pills/is-blank.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { offersOutput } from '../pills/outputs-offered.ts';
import type { ProblemKind } from './problem-words.ts';
import {
  CONSTANTS,
  type InputValue,
  type Pill,
  isEntries,
  isPerWay,
  mapTemplates,
} from '../pills/template.ts';

const solvable = [
  'line-nameless',
  'pill-in-code',
  'pill-in-trigger',
  'pill-of-deleted',
  'pill-without-output',
] as const satisfies readonly ProblemKind[];

type SolvableInput = (typeof solvable)[number];

/** Whether taking something out of the input cures a problem of this kind. */
export function isSolvableInput(kind: ProblemKind): kind is SolvableInput {
  return solvable.some((each) => each === kind);
}

interface Surroundings {
  readonly drawing: FlowDrawing;
  readonly manifests: ManifestIndex;
}

/** The input without its broken pills, or without its nameless lines. */
export function withoutFault(
  kind: SolvableInput,
  value: InputValue,
  given: Surroundings,
): InputValue {
  switch (kind) {
    case 'line-nameless':
      return withoutNameless(value);
    case 'pill-in-code':
    case 'pill-in-trigger':
      return withoutPills(value, () => true);
    case 'pill-of-deleted':
    case 'pill-without-output':
      return withoutPills(value, (pill) => isBroken(pill, given));
  }
}

function withoutNameless(value: InputValue): InputValue {
  if (isEntries(value)) return { entries: value.entries.filter(({ name }) => !isBlank(name)) };
  if (isPerWay(value)) return { perWay: value.perWay.filter(({ name }) => !isBlank(name)) };
  return value;
}

function withoutPills(value: InputValue, isUnwanted: (pill: Pill) => boolean): InputValue {
  return mapTemplates(value, (template) =>
    template.filter((part) => !('pill' in part && isUnwanted(part.pill))),
  );
}

function isBroken({ nodeId, output }: Pill, { drawing, manifests }: Surroundings): boolean {
  if (nodeId === CONSTANTS) return false;
  const source = drawing.nodes.find(({ id }) => id === nodeId);
  return !source || !offersOutput(source, output, manifests);
}
