import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import type { FieldManifest, PerWayLine } from '@sluice/schema';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { newId } from '../../canvas/new-id.ts';
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
  const columns = field.columns ?? { name: 'Name', value: 'Value' };
  const change = (line: PerWayLine) =>
    onChange(lines.map((each) => (each.id === line.id ? line : each)));
  const add = () => {
    const id = newId();
    setFresh(id);
    onChange([...lines, { id, name: [], values: [] }]);
  };
  return (
    <div role="group" aria-label={field.label} className="flex flex-col gap-2">
      {ways.length === 0 && (
        <p className="text-muted">No way leads here yet. Draw some, and give each its value.</p>
      )}
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
                label={`${label} name`}
                placeholder={`Name of the ${columns.name.toLowerCase()}`}
                value={line.name}
                focusAtOnce={line.id === fresh}
                onChange={(name) => change({ ...line, name })}
              />
              <IconButton
                plain
                label={`Remove ${label}`}
                icon={<X />}
                onClick={() => onChange(lines.filter((each) => each.id !== line.id))}
              />
            </div>
            {ways.map((way) => (
              <div
                key={`${way.source} ${way.exit}`}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-2 pr-10 max-[599px]:grid-cols-1"
              >
                <span className="truncate pt-1.5 pl-1 text-muted" title={`from ${way.label}`}>
                  from <span className="font-medium text-ink">{way.label}</span>
                </span>
                <div className="flex min-w-0 flex-col gap-1">
                  <TemplateInput
                    label={`${label}, from ${way.label}`}
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
        Add {columns.name.toLowerCase()}
      </Button>
    </div>
  );
}
