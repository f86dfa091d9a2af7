import { ChevronRight } from 'lucide-react';
import { within } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { LONGEST_PATH, entriesOf, isStructured } from './value-tree.ts';
import { pathLabel, valueText } from './value-text.ts';

type Path = readonly (string | number)[];

interface PathPickerProps {
  /** The structured value that the path leads into. */
  readonly whole: unknown;
  readonly path: Path;
  readonly onChange: (path: Path) => void;
}

const MOST = 60;

/** Chooses a deeper value: the way so far as steps to go back to, and below it what there is. */
export function PathPicker({ whole, path, onChange }: PathPickerProps) {
  if (path.length === 0 && !isStructured(whole)) return null;
  const here = path.reduce<unknown>(within, whole);
  return (
    <fieldset>
      <legend className="text-hint text-muted">{say('designer.mapping.which-part')}</legend>
      <div className="mt-1 flex flex-wrap items-center gap-0.5">
        <Crumb isHere={path.length === 0} onClick={() => onChange([])}>
          {say('designer.mapping.whole-value')}
        </Crumb>
        {path.map((key, index) => (
          <span key={`${index} ${key}`} className="flex items-center gap-0.5">
            <ChevronRight className="size-3.5 text-faint" aria-hidden />
            <Crumb
              isHere={index === path.length - 1}
              onClick={() => onChange(path.slice(0, index + 1))}
            >
              {pathLabel([key])}
            </Crumb>
          </span>
        ))}
      </div>
      {isStructured(here) && path.length < LONGEST_PATH && (
        <ul className="mt-1 max-h-40 overflow-y-auto rounded-r1 border">
          {entriesOf(here)
            .slice(0, MOST)
            .map(({ key, value }) => (
              <li key={key}>
                <button
                  type="button"
                  onClick={() => onChange([...path, key])}
                  className="flex w-full items-baseline gap-3 px-2 py-1 text-left -outline-offset-2 hover:bg-sunken"
                >
                  <span className="shrink-0">{pathLabel([key])}</span>
                  <code className="ml-auto truncate text-hint text-muted">{valueText(value)}</code>
                </button>
              </li>
            ))}
        </ul>
      )}
    </fieldset>
  );
}

interface CrumbProps {
  readonly isHere: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Crumb({ isHere, onClick, children }: CrumbProps) {
  return (
    <button
      type="button"
      aria-current={isHere || undefined}
      onClick={onClick}
      className="rounded-r1 px-1.5 py-0.5 hover:bg-sunken aria-current:bg-accent-soft aria-current:font-medium aria-current:text-accent"
    >
      {children}
    </button>
  );
}
