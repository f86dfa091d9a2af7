import { Fragment, useState } from 'react';
import { Plus } from 'lucide-react';
import type { Comparison, ComparisonSet, OperatorManifest } from '@sluice/schema';
import { Button } from '../../../ui/Button.tsx';
import { say } from '../../../words/say.ts';
import { newId } from '../../state/new-id.ts';
import { ComparisonLine } from './ComparisonLine.tsx';
import { addComparison, addSet, changeComparison, removeComparison } from './edit-conditions.ts';

interface ConditionsInputProps {
  readonly label: string;
  readonly operators: readonly OperatorManifest[];
  readonly sets: readonly ComparisonSet[];
  readonly focusAtOnce: boolean;
  readonly onChange: (sets: readonly ComparisonSet[]) => void;
}

const MOST = 50;

/** Sets of comparisons. Within a set all must hold; of the sets, one. */
export function ConditionsInput(props: ConditionsInputProps) {
  const { label, operators, focusAtOnce, onChange } = props;
  const blank = (): Comparison => ({
    id: newId(),
    left: [],
    operator: operators[0]?.value ?? '',
    right: [],
  });
  // A line to begin with, which is nothing until it is used.
  const [offered] = useState(() => [{ id: newId(), comparisons: [blank()] }]);
  const [fresh, setFresh] = useState<string>();
  const sets = props.sets.length > 0 ? props.sets : offered;
  const add = (change: (comparison: Comparison) => readonly ComparisonSet[]) => {
    const comparison = blank();
    setFresh(comparison.id);
    onChange(change(comparison));
  };
  const several = sets.length > 1;
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      {sets.map((set, position) => (
        <Fragment key={set.id}>
          {position > 0 && <Or />}
          <div
            role="group"
            aria-label={say('designer.settings.step.conditions.set', { number: position + 1 })}
            className="flex flex-col gap-2 rounded-r2 border bg-sunken p-2.5"
          >
            {set.comparisons.map((comparison, index) => (
              <ComparisonLine
                key={comparison.id}
                words={{
                  joined: index > 0,
                  suffix: suffixOf(
                    several ? position : undefined,
                    set.comparisons.length > 1 ? index : undefined,
                  ),
                }}
                comparison={comparison}
                operators={operators}
                focusAtOnce={
                  comparison.id === fresh || (focusAtOnce && position === 0 && index === 0)
                }
                onChange={(next) => onChange(changeComparison(sets, next))}
                {...(props.sets.length > 0 && {
                  onRemove: () => onChange(removeComparison(sets, comparison.id)),
                })}
              />
            ))}
            <Button
              size="small"
              className="self-start"
              icon={<Plus aria-hidden />}
              disabled={set.comparisons.length >= MOST}
              onClick={() => add((comparison) => addComparison(sets, set.id, comparison))}
              aria-label={
                several
                  ? say('designer.settings.step.conditions.and-in-set', { number: position + 1 })
                  : undefined
              }
            >
              {say('designer.settings.step.conditions.and')}
            </Button>
          </div>
        </Fragment>
      ))}
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden />}
        disabled={sets.length >= MOST}
        onClick={() =>
          add((comparison) => addSet(sets, { id: newId(), comparisons: [comparison] }))
        }
      >
        {say('designer.settings.step.conditions.or-button')}
      </Button>
    </div>
  );
}

function Or() {
  return (
    <p className="flex items-center gap-2 text-hint font-semibold text-muted before:h-px before:w-4 before:bg-line after:h-px after:flex-1 after:bg-line">
      {say('designer.settings.step.conditions.or')}
    </p>
  );
}

/** Tells the lines apart by name: nothing for a lone one, else `, set 2, line 1`. */
function suffixOf(set: number | undefined, line: number | undefined): string {
  const parts = [
    ...(set === undefined
      ? []
      : [say('designer.settings.step.conditions.place-set', { number: set + 1 })]),
    ...(line === undefined
      ? []
      : [say('designer.settings.step.conditions.place-line', { number: line + 1 })]),
  ];
  return parts.map((part) => `, ${part}`).join('');
}
