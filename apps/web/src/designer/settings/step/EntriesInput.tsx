import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import type { Entry, FieldManifest, Template } from '@sluice/schema';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { inSentence } from '../../../words/format.ts';
import { say } from '../../../words/say.ts';
import { newId } from '../../state/new-id.ts';
import { TemplateInput } from '../../mapping/TemplateInput.tsx';
import { TemplatePreview } from '../../mapping/TemplatePreview.tsx';
import type { FormNode } from './form-node.ts';
import { EntryName } from './EntryName.tsx';

interface EntriesInputProps {
  readonly field: FieldManifest;
  readonly node: FormNode;
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
}

const MOST = 200;
const gridOfLine = 'grid grid-cols-[2fr_3fr_32px] gap-2';

/** A list of names and values, one line each. A line keeps its id while it is edited. */
export function EntriesInput({ field, node, entries, onChange }: EntriesInputProps) {
  const [fresh, setFresh] = useState<string>();
  const columns = field.columns ?? {
    name: say('ui.name'),
    value: say('designer.settings.step.value'),
  };
  const change = (id: string, part: { readonly name: Template } | { readonly value: Template }) =>
    onChange(entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  const add = () => {
    const id = newId();
    setFresh(id);
    onChange([...entries, { id, name: [], value: [] }]);
  };
  return (
    <div role="group" aria-label={field.label} className="flex flex-col gap-2">
      {entries.length > 0 && (
        <div aria-hidden className={classNames(gridOfLine, 'text-hint text-muted')}>
          <span>{columns.name}</span>
          <span>{columns.value}</span>
        </div>
      )}
      {entries.map((entry, index) => {
        const line = entries.length > 1 ? ` ${index + 1}` : '';
        return (
          <div key={entry.id} className={classNames(gridOfLine, 'items-start')}>
            <EntryName
              label={`${columns.name}${line}`}
              columns={columns}
              node={node}
              value={entry.name}
              focusAtOnce={entry.id === fresh}
              onChange={(name) => change(entry.id, { name })}
            />
            <div className="flex min-w-0 flex-col gap-1">
              <TemplateInput
                label={`${columns.value}${line}`}
                placeholder={columns.value}
                value={entry.value}
                onChange={(value) => change(entry.id, { value })}
              />
              <TemplatePreview template={entry.value} />
            </div>
            <IconButton
              plain
              label={say('designer.settings.step.entries.remove', { column: columns.name, line })}
              icon={<X />}
              onClick={() => onChange(entries.filter((each) => each.id !== entry.id))}
            />
          </div>
        );
      })}
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden />}
        disabled={entries.length >= MOST}
        onClick={add}
      >
        {say('designer.settings.step.entries.add', { column: inSentence(columns.name) })}
      </Button>
    </div>
  );
}
