import { type DragEvent, type KeyboardEvent, useId, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import type { Pill } from '@sluice/schema';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import { writePill } from './editor/transfer.ts';
import { useLastInput } from './last-input.ts';
import type { MappingSource } from './mapping.ts';
import { LONGEST_PATH, entriesOf, isStructured } from './value-tree.ts';
import { pathLabel, valueText } from './value-text.ts';

interface OutputItemProps {
  readonly label: string;
  readonly pill: Pill;
  readonly value: unknown;
  readonly source: MappingSource;
  readonly depth: number;
}

const MOST_PARTS = 100;

/** One value of the list: drag it, press it, or unfold it to find a deeper one. */
export function OutputItem({ label, pill, value, source, depth }: OutputItemProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [dragging, setDragging] = useState(false);
  const lastInput = useLastInput();
  const foldable = isStructured(value) && (pill.path?.length ?? 0) < LONGEST_PATH;
  const text = valueText(value);
  const insert = () => lastInput.current?.insert(pill);

  const begin = (event: DragEvent) => {
    writePill(event.dataTransfer, pill, `${source.name} › ${label}`);
    setDragging(true);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') insert();
    else if (event.key === 'ArrowRight' && foldable) setOpen(true);
    else if (event.key === 'ArrowLeft' && open) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <li>
      <div
        className={classNames(
          'flex items-center rounded-r1 border bg-surface hover:border-line-field',
          dragging && '-rotate-1 shadow-2 outline-2 outline-focus',
        )}
      >
        {foldable && (
          <button
            type="button"
            tabIndex={-1}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={say('designer.mapping.parts-of', { name: label })}
            onClick={() => setOpen(!open)}
            className="grid size-7 shrink-0 place-items-center rounded-r1 text-faint hover:text-ink"
          >
            <ChevronRight className={`size-4 ${open ? 'rotate-90' : ''}`} aria-hidden />
          </button>
        )}
        <div
          role="button"
          tabIndex={0}
          draggable
          data-output-item
          aria-label={label}
          aria-description={`${source.name}: ${text}`}
          title={`${label}: ${text}`}
          onClick={insert}
          onKeyDown={press}
          onDragStart={begin}
          onDragEnd={() => setDragging(false)}
          className={classNames(
            'flex min-w-0 flex-1 cursor-grab items-baseline gap-2 rounded-r1 py-1.5 pr-2.5 outline-offset-0 active:cursor-grabbing',
            foldable ? 'pl-0' : 'pl-2.5',
          )}
        >
          <span className="max-w-[65%] shrink-0 truncate font-medium">{label}</span>
          <code
            className={classNames(
              'ml-auto min-w-0 truncate text-hint',
              source.origin === 'sample' ? 'text-faint' : 'text-ink',
            )}
          >
            {text}
          </code>
        </div>
      </div>
      {open && foldable && (
        <ul
          id={id}
          className={classNames(
            'mt-1 flex flex-col gap-1 border-l pl-2',
            depth === 0 ? 'ml-3' : 'ml-2',
          )}
        >
          {entriesOf(value)
            .slice(0, MOST_PARTS)
            .map((part) => (
              <OutputItem
                key={part.key}
                label={pathLabel([part.key])}
                pill={{ ...pill, path: [...(pill.path ?? []), part.key] }}
                value={part.value}
                source={source}
                depth={depth + 1}
              />
            ))}
        </ul>
      )}
    </li>
  );
}
