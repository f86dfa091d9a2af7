import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { PillFormat } from '@sluice/schema';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { formatChoices } from './describe-format.ts';
import { FormatArgument } from './FormatArgument.tsx';

interface FormatListProps {
  readonly formats: readonly PillFormat[];
  readonly onChange: (formats: readonly PillFormat[]) => void;
}

const MOST = 10;

/** How a pill's value is written: formats from the closed list, applied from top to bottom. */
export function FormatList({ formats, onChange }: FormatListProps) {
  const replace = (index: number, format: PillFormat) => onChange(formats.with(index, format));
  const swap = (index: number, other: number) => {
    const [one, two] = [formats[index], formats[other]];
    if (one && two) onChange(formats.with(index, two).with(other, one));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-hint text-muted">
        {formats.length === 0
          ? say('designer.mapping.formats.none-yet')
          : say('designer.mapping.formats.in-order')}
      </legend>
      {formats.length > 0 && (
        <ol className="flex flex-col gap-1">
          {formats.map((format, index) => {
            const label = labelOf(format);
            return (
              <li
                key={`${index} ${format.name}`}
                className="flex min-h-8 items-center gap-2 rounded-r1 border bg-surface pl-2"
              >
                <span className="shrink-0">{label}</span>
                <FormatArgument format={format} onChange={(next) => replace(index, next)} />
                <span className="ml-auto flex">
                  {formats.length > 1 && (
                    <>
                      <IconButton
                        {...small}
                        label={say('designer.mapping.formats.move-up', { name: label })}
                        icon={<ArrowUp />}
                        disabled={index === 0}
                        onClick={() => swap(index, index - 1)}
                      />
                      <IconButton
                        {...small}
                        label={say('designer.mapping.formats.move-down', { name: label })}
                        icon={<ArrowDown />}
                        disabled={index === formats.length - 1}
                        onClick={() => swap(index, index + 1)}
                      />
                    </>
                  )}
                  <IconButton
                    {...small}
                    label={say('designer.settings.step.remove-named', { name: label })}
                    icon={<X />}
                    onClick={() => onChange(formats.filter((_, each) => each !== index))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <div className="flex flex-wrap gap-1">
        {formatChoices.map(({ format, label, hint }) => (
          <button
            key={format.name}
            type="button"
            title={hint}
            aria-label={say('designer.mapping.formats.add', { name: label })}
            disabled={formats.length >= MOST}
            onClick={() => onChange([...formats, format])}
            className="flex items-center gap-0.5 rounded-full border px-2 py-px text-hint text-muted hover:border-line-field hover:text-ink disabled:opacity-50"
          >
            <Plus className="size-3" aria-hidden />
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const small = { size: 'small', plain: true } as const;

function labelOf(format: PillFormat): string {
  return formatChoices.find((choice) => choice.format.name === format.name)?.label ?? format.name;
}
