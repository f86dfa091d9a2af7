import { useState } from 'react';
import { X } from 'lucide-react';
import { say } from '../words/say.ts';

interface EditableTagProps {
  readonly tag: string;
  /** False when that cannot be its name; what was typed then stays. */
  readonly onRename: (tag: string) => boolean;
  readonly onRemove: () => void;
}

/** A tag that is renamed where it stands: Enter keeps, Escape brings the old name back. */
export function EditableTag({ tag, onRename, onRemove }: EditableTagProps) {
  const [typed, setTyped] = useState<string>();

  function keep() {
    if (typed === undefined) return;
    const next = typed.trim();
    if (next === '' || next === tag || onRename(next)) setTyped(undefined);
  }

  return (
    <span className="inline-flex max-w-full items-center rounded-full border bg-surface text-hint font-medium">
      {typed === undefined ? (
        <button
          type="button"
          aria-label={say('flows.tags.rename', { tag })}
          onClick={() => setTyped(tag)}
          className="min-h-6 truncate rounded-l-full py-0.5 pr-1 pl-2.5 hover:text-accent"
        >
          {tag}
        </button>
      ) : (
        <input
          aria-label={say('flows.tags.new-name', { tag })}
          value={typed}
          maxLength={40}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              keep();
            }
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyped(undefined);
          }}
          style={{ width: `${Math.max(typed.length, 3) + 3}ch` }}
          className="min-h-6 max-w-full rounded-l-full bg-transparent py-0.5 pr-1 pl-2.5 -outline-offset-2"
        />
      )}
      <button
        type="button"
        aria-label={say('flows.tags.remove', { tag })}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-full text-faint hover:bg-sunken hover:text-ink"
      >
        <X className="size-3" aria-hidden />
      </button>
    </span>
  );
}
