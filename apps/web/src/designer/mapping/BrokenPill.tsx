import { useState } from 'react';
import { CircleAlert, Search, Trash2, Type } from 'lucide-react';
import type { Pill, PillRepair, Template } from '@sluice/schema';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { say } from '../../words/say.ts';
import { useMapping } from './mapping.ts';
import { OutputPicker } from './OutputPicker.tsx';
import { type OutputChoice } from './output-choices.ts';
import type { PillView } from './pill-view.ts';
import { ToneDot } from './ToneDot.tsx';
import { valueText } from './value-text.ts';

interface BrokenPillProps {
  readonly pill: Pill;
  readonly view: PillView;
  /** Puts other parts in the pill's place. */
  readonly onReplace: (parts: Template) => void;
}

const MOST_MATCHES = 3;

/** Why a pill stands for nothing, and the ways to repair it, alone or with all others of its source. */
export function BrokenPill({ pill, view, onReplace }: BrokenPillProps) {
  const { matchesFor, repairing } = useMapping();
  const [choosing, setChoosing] = useState(false);
  const [all, setAll] = useState(false);
  const { here, elsewhere } = repairing?.count(pill.nodeId) ?? { here: 1, elsewhere: 0 };
  const matches = matchesFor(pill).slice(0, MOST_MATCHES);

  function become(parts: Template, by: PillRepair['by']) {
    onReplace(parts);
    if (all) repairing?.repair({ source: pill.nodeId, by });
  }
  function take(chosen: Pill) {
    const next = { ...chosen, ...(pill.format && { format: pill.format }) };
    become([{ pill: next }], { take: 'same-output', nodeId: chosen.nodeId });
  }

  return (
    <>
      <p className="flex gap-1.5 text-fail">
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        {view.broken}
      </p>
      {choosing ? (
        <OutputPicker onChoose={take} />
      ) : (
        <>
          {matches.length > 0 && <Matches matches={matches} onTake={take} />}
          <div className="flex flex-wrap gap-2">
            <Button size="small" icon={<Search aria-hidden />} onClick={() => setChoosing(true)}>
              {say('designer.mapping.repair.choose')}
            </Button>
            <Button
              size="small"
              icon={<Type aria-hidden />}
              onClick={() => become([{ text: view.output }], { take: 'text' })}
            >
              {say('designer.mapping.repair.text')}
            </Button>
            <Button
              size="small"
              variant="ghost"
              icon={<Trash2 aria-hidden />}
              onClick={() => become([], { take: 'nothing' })}
            >
              {say('designer.mapping.remove')}
            </Button>
          </div>
        </>
      )}
      {here + elsewhere > 1 && (
        <div className="border-t pt-3">
          <Checkbox
            label={say('designer.mapping.repair.all', { count: here + elsewhere })}
            {...(elsewhere > 0 && {
              hint: say('designer.mapping.repair.elsewhere', { count: elsewhere }),
            })}
            checked={all}
            onChange={setAll}
          />
        </div>
      )}
    </>
  );
}

interface MatchesProps {
  readonly matches: readonly OutputChoice[];
  readonly onTake: (pill: Pill) => void;
}

function Matches({ matches, onTake }: MatchesProps) {
  return (
    <div>
      <p className="mb-1 text-hint text-muted">{say('designer.mapping.repair.take')}</p>
      <ul className="flex flex-col gap-1">
        {matches.map(({ key, pill, label, value, source }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onTake(pill)}
              className="flex w-full items-center gap-2 rounded-r1 border px-2.5 py-1.5 text-left hover:border-line-field hover:bg-sunken"
            >
              <ToneDot tone={source.tone} />
              <span className="min-w-0 shrink truncate">
                <span className="font-medium">{source.name}</span>
                <span className="text-muted"> › {label}</span>
              </span>
              <code className="ml-auto max-w-28 truncate text-hint text-faint">
                {valueText(value)}
              </code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
