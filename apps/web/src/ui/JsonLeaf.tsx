import { useState } from 'react';
import { say } from '../words/say.ts';

const CUT_AT = 600;

/** A text, number, yes-or-no or nothing of a `JsonView`. Long texts are cut until asked for. */
export function JsonLeaf({ value }: { readonly value: unknown }) {
  const [whole, setWhole] = useState(false);
  if (typeof value !== 'string') {
    return <span className="text-trigger">{JSON.stringify(value)}</span>;
  }
  const cut = !whole && value.length > CUT_AT;
  return (
    <span className="min-w-0 break-words whitespace-pre-wrap text-ok">
      “{cut ? `${value.slice(0, CUT_AT)} …` : value}”
      {cut && (
        <button
          type="button"
          className="ml-1.5 font-sans text-accent underline"
          onClick={() => setWhole(true)}
        >
          {say('ui.json.show-all', { count: value.length })}
        </button>
      )}
    </span>
  );
}
