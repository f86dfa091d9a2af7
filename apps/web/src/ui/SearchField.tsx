import { useEffect, useRef } from 'react';
import { Search, X } from 'lucide-react';
import { say } from '../words/say.ts';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { Kbd } from './Kbd.tsx';

interface SearchFieldProps {
  /** What is searched: the accessible name, and the placeholder unless one is given. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when Enter is pressed in it. */
  readonly onEnter?: () => void;
  /** Called when Escape is pressed in it while it is empty. */
  readonly onEscape?: () => void;
  readonly placeholder?: string;
  readonly className?: string;
  /** Lets `/` bring the focus here. One field on the screen should. */
  readonly shortcut?: boolean;
}

/** A search box. `/` jumps to it and selects what it holds, Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  onEnter,
  onEscape,
  placeholder = label,
  className,
  shortcut = true,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!shortcut) return undefined;
    function jump(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isCovered(input.current)) return;
      event.preventDefault();
      input.current?.select();
    }
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, [shortcut]);

  return (
    <div className={classNames('relative', className)}>
      <Search
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint"
        aria-hidden
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.();
          if (event.key !== 'Escape') return;
          if (value === '') return onEscape?.();
          event.stopPropagation();
          onChange('');
        }}
        className={classNames(
          controlClass,
          'h-8 pr-8 pl-8 text-ellipsis [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {value !== '' ? (
        <button
          type="button"
          aria-label={say('ui.search-clear')}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="absolute top-1 right-1 grid size-6 place-items-center rounded-r1 text-faint hover:text-ink"
        >
          <X className="size-4" aria-hidden />
        </button>
      ) : (
        shortcut && (
          <span className="pointer-events-none absolute top-1.5 right-2" aria-hidden>
            <Kbd>/</Kbd>
          </span>
        )
      )}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Whether a dialog lies above the field. */
function isCovered(field: HTMLElement | null): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
  return dialogs.length > 0 && !dialogs.some((dialog) => dialog.contains(field));
}
