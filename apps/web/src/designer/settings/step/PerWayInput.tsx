import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import type { FieldManifest, PerWayLine } from '@sluice/schema';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { inSentence } from '../../../words/format.ts';
import { say, sayRich } from '../../../words/say.ts';
import { newId } from '../../state/new-id.ts';
import { TemplateInput } from '../../mapping/TemplateInput.tsx';
import { TemplatePreview } from '../../mapping/TemplatePreview.tsx';
import { useWaysInto } from './use-ways-into.ts';
import { wayValue, withWayValue } from './way-values.ts';

interface PerWayInputProps {
  readonly field: FieldManifest;
  readonly nodeId: string;
  readonly lines: readonly PerWayLine[];
  readonly onChange: (lines: readonly PerWayLine[]) => void;
}

const MOST = 200;

/** Named values: for each a line per way into the step, which says what the value is by that way. */
export function PerWayInput({ field, nodeId, lines, onChange }: PerWayInputProps) {
  const [fresh, setFresh] = useState<string>();
  const ways = useWaysInto(nodeId);
  const columns = field.columns ?? {
    name: say('ui.name'),
    value: say('designer.settings.step.value'),
  };
  const change = (line: PerWayLine) =>
    onChange(lines.map((each) => (each.id === line.id ? line : each)));
  const add = () => {
    const id = newId();
    setFresh(id);
    onChange([...lines, { id, name: [], values: [] }]);
  };
  return (
    <div role="group" aria-label={field.label} className="flex flex-col gap-2">
      {ways.length === 0 && <p className="text-muted">{say('designer.settings.step.ways.none')}</p>}
      {lines.map((line, index) => {
        const label = lines.length > 1 ? `${columns.name} ${index + 1}` : columns.name;
        return (
          <div
            key={line.id}
            role="group"
            aria-label={label}
            className="flex flex-col gap-2 rounded-r2 border bg-sunken p-2.5"
          >
            <div className="grid grid-cols-[1fr_32px] items-start gap-2">
              <TemplateInput
                label={say('designer.settings.step.ways.name', { label })}
                placeholder={say('designer.settings.step.ways.name-of', {
                  column: inSentence(columns.name),
                })}
                value={line.name}
                focusAtOnce={line.id === fresh}
                onChange={(name) => change({ ...line, name })}
              />
              <IconButton
                plain
                label={say('designer.settings.step.remove-named', { name: label })}
                icon={<X />}
                onClick={() => onChange(lines.filter((each) => each.id !== line.id))}
              />
            </div>
            {ways.map((way) => (
              <div
                key={`${way.source} ${way.exit}`}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-2 pr-10 max-[599px]:grid-cols-1"
              >
                <span
                  className="truncate pt-1.5 pl-1 text-muted"
                  title={say('designer.settings.step.ways.from', { way: way.label })}
                >
                  {sayRich('designer.settings.step.ways.from-named', {
                    name: <span className="font-medium text-ink" />,
                    way: way.label,
                  })}
                </span>
                <div className="flex min-w-0 flex-col gap-1">
                  <TemplateInput
                    label={say('designer.settings.step.ways.value-from', { label, way: way.label })}
                    placeholder={columns.value}
                    value={wayValue(line, way)}
                    onChange={(value) => change(withWayValue(line, way, value))}
                  />
                  <TemplatePreview template={wayValue(line, way)} />
                </div>
              </div>
            ))}
          </div>
        );
      })}
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden />}
        disabled={lines.length >= MOST}
        onClick={add}
      >
        {say('designer.settings.step.entries.add', { column: inSentence(columns.name) })}
      </Button>
    </div>
  );
}
