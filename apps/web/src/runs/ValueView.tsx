import { useState } from 'react';
import { JsonView } from '../ui/JsonView.tsx';
import { say } from '../words/say.ts';

const CUT_AT = 400;

interface ValueViewProps {
  readonly value: unknown;
  readonly label: string;
}

/** One value of a run: text as it is, cut when long; lists and objects as a tree. */
export function ValueView({ value, label }: ValueViewProps) {
  const [whole, setWhole] = useState(false);
  if (value === undefined || value === null)
    return <span className="text-faint">{say('runs.value.none')}</span>;
  if (value === '') return <span className="text-faint">{say('runs.value.empty')}</span>;
  if (typeof value === 'object') return <JsonView value={value} label={label} />;

  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const isCut = !whole && text.length > CUT_AT;
  return (
    <span className="font-mono text-hint leading-5 break-words whitespace-pre-wrap">
      {isCut ? `${text.slice(0, CUT_AT)} …` : text}
      {isCut && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="ml-2 font-sans text-accent underline"
        >
          {say('ui.json.show-all', { count: text.length })}
        </button>
      )}
    </span>
  );
}
