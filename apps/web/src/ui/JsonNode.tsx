import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { say } from '../words/say.ts';
import { JsonLeaf } from './JsonLeaf.tsx';

interface JsonNodeProps {
  readonly name?: string;
  readonly value: unknown;
  readonly depth: number;
}

const OPEN_DEPTH = 2;
const SHOWN_AT_ONCE = 100;

/** One value of a `JsonView` and, while it is open, what it holds. */
export function JsonNode({ name, value, depth }: JsonNodeProps) {
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);

  if (value === null || typeof value !== 'object') {
    return (
      <div className="flex gap-1.5 pl-4">
        {name !== undefined && <Name name={name} />}
        <JsonLeaf value={value} />
      </div>
    );
  }

  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  const summary = isList ? `[ ${entries.length} ]` : `{ ${entries.length} }`;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-label={say(isList ? 'ui.json.list' : 'ui.json.object', {
          name: name ?? say('ui.json.value'),
          count: entries.length,
        })}
        onClick={() => setOpen(!open)}
        className="flex min-h-6 items-center gap-0.5 rounded-[4px] pr-1 hover:bg-line/60"
      >
        <ChevronRight
          className={`size-3.5 shrink-0 text-faint ${open ? 'rotate-90' : ''}`}
          aria-hidden
        />
        {name !== undefined && <Name name={name} />}
        <span className="pl-1 text-faint">{summary}</span>
      </button>
      {open && (
        <div className="ml-1.5 border-l pl-2">
          {entries.slice(0, shown).map(([key, item]) => (
            <JsonNode key={key} name={key} value={item} depth={depth + 1} />
          ))}
          {entries.length > shown && (
            <button
              type="button"
              className="pl-4 text-accent underline"
              onClick={() => setShown(shown + 10 * SHOWN_AT_ONCE)}
            >
              {say('ui.json.show-more', { count: entries.length - shown })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Name({ name }: { readonly name: string }) {
  return <span className="shrink-0 text-muted">{name}:</span>;
}
