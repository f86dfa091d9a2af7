import { useId } from 'react';
import { Check, Plus, X } from 'lucide-react';
import { say } from '../../../words/say.ts';
import { SearchButton } from '../SearchButton.tsx';

interface OutputPicksProps {
  readonly label: string;
  readonly hint: string;
  readonly outputs: readonly { readonly name: string; readonly label: string }[];
  /** Names that the declaration suggests, best first; they lead the list. */
  readonly suggested: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

const MOST = 10;

/** Several outputs of a trigger, chosen from a list. */
export function OutputPicks({
  label,
  hint,
  outputs,
  suggested,
  value,
  onChange,
}: OutputPicksProps) {
  const id = useId();
  const labelOf = (name: string) => outputs.find((output) => output.name === name)?.label ?? name;
  const others = outputs.filter((output) => !suggested.includes(output.name));
  const ordered = [...suggested, ...others.map((output) => output.name)];
  const toggle = (name: string) =>
    onChange(
      value.includes(name)
        ? value.filter((each) => each !== name)
        : [...value, name].slice(0, MOST),
    );
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1.5">
      <span id={id} className="font-medium">
        {label}
      </span>
      <div className="flex flex-wrap items-center gap-1.5">
        {value.map((name) => (
          <span
            key={name}
            className="inline-flex items-center gap-1 rounded-r1 bg-trigger/14 py-0.5 pr-0.5 pl-2 font-medium text-trigger"
          >
            {labelOf(name)}
            <button
              type="button"
              aria-label={say('designer.settings.step.remove-named', { name: labelOf(name) })}
              onClick={() => toggle(name)}
              className="grid size-5 place-items-center rounded-[4px] hover:bg-trigger/20"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          </span>
        ))}
        <SearchButton
          label={say('designer.settings.trigger.picks.choose-named', { label })}
          staysOpen
          options={ordered.map((name) => ({
            id: name,
            label: labelOf(name),
            hint: suggested.includes(name)
              ? say('designer.settings.trigger.picks.suggested')
              : undefined,
            mark: (
              <span className="mt-0.5 size-4 shrink-0 text-accent">
                {value.includes(name) && (
                  <Check
                    className="size-4"
                    aria-label={say('designer.settings.trigger.picks.chosen')}
                  />
                )}
              </span>
            ),
          }))}
          onChoose={toggle}
          className="inline-flex h-7 items-center gap-1 rounded-r1 border border-dashed border-line-field px-2 text-muted hover:text-ink"
        >
          <Plus className="size-3.5" aria-hidden />
          {value.length === 0
            ? say('designer.settings.trigger.picks.choose')
            : say('designer.settings.trigger.picks.add')}
        </SearchButton>
      </div>
      <p className="text-hint text-muted">{hint}</p>
    </div>
  );
}
