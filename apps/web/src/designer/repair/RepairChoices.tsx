import type { PillRepair, SourceMatch } from '@sluice/schema';
import { type ReactNode, useId } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { say } from '../../words/say.ts';

interface RepairChoicesProps {
  readonly matches: readonly SourceMatch[];
  /** How many pills are broken. */
  readonly count: number;
  readonly by: PillRepair['by'];
  readonly onChoose: (by: PillRepair['by']) => void;
}

/** What can be done about all the pills: those of a like source first. */
export function RepairChoices({ matches, count, by, onChoose }: RepairChoicesProps) {
  const group = useId();
  return (
    <fieldset className="mt-4 flex flex-col gap-1.5">
      <legend className="mb-1 font-semibold">{say('designer.repair.instead')}</legend>
      {matches.map(({ node, fits }) => (
        <Choice
          key={node.id}
          group={group}
          checked={by.take === 'same-output' && by.nodeId === node.id}
          onChoose={() => onChoose({ take: 'same-output', nodeId: node.id })}
          mark={<NodeTile type={node.type} size="small" />}
          label={say('designer.repair.same-output', { name: node.name })}
          hint={
            fits === count
              ? say('designer.repair.fits-all')
              : say('designer.repair.fits-some', { fits, count })
          }
        />
      ))}
      <Choice
        group={group}
        checked={by.take === 'text'}
        onChoose={() => onChoose({ take: 'text' })}
        label={say('designer.repair.text')}
        hint={say('designer.repair.text-hint')}
      />
      <Choice
        group={group}
        checked={by.take === 'nothing'}
        onChoose={() => onChoose({ take: 'nothing' })}
        label={say('designer.repair.remove')}
        hint={say('designer.repair.remove-hint')}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly mark?: ReactNode;
  readonly label: string;
  readonly hint: string;
}

function Choice({ group, checked, onChoose, mark, label, hint }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-center gap-3 rounded-r2 border px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      {mark}
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        <span className="block text-hint text-muted">{hint}</span>
      </span>
    </label>
  );
}
