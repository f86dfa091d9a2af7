import { useState } from 'react';
import type { FieldManifest, StepManifest, StepNode } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { OutputList } from '../../mapping/OutputList.tsx';
import { ValuesSelect } from '../ValuesSelect.tsx';
import { AddInput } from './AddInput.tsx';
import { InputField } from './InputField.tsx';
import { setInput } from './set-input.ts';

interface SetupTabProps {
  readonly node: StepNode;
  readonly onChange: (node: StepNode) => void;
  readonly manifest: StepManifest;
  /** What to do about each input that is wrong, by its name. */
  readonly problems: ReadonlyMap<string, string>;
  readonly focusInput: string | undefined;
}

/** A step's inputs on the left, the values they may draw on at the right. */
export function SetupTab({ node, onChange, manifest, problems, focusInput }: SetupTabProps) {
  const fields = Object.entries(manifest.inputs);
  const [added, setAdded] = useState<readonly string[]>(() =>
    fields.flatMap(([name]) => (name in node.inputs || name === focusInput ? [name] : [])),
  );
  const [focused, setFocused] = useState(focusInput);
  const isShown = ([name, field]: [string, FieldManifest]) =>
    field.group === 'main' || added.includes(name);
  const shown = fields.filter(isShown);
  const hidden = fields.filter((each) => !isShown(each));

  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(280px,360px)] max-[759px]:grid-cols-1">
      <div className="overflow-y-auto px-5 py-4">
        {manifest.help !== undefined && (
          <p className="mb-4 max-w-prose text-muted">{manifest.help}</p>
        )}
        <div className="grid grid-cols-2 gap-x-3.5 gap-y-4 max-[599px]:grid-cols-1">
          {shown.map(([name, field]) => (
            <InputField
              key={name}
              name={name}
              field={field}
              node={node}
              inputs={manifest.inputs}
              problem={problems.get(name)}
              focusAtOnce={name === focused}
              onChange={(value) => onChange(setInput(node, name, value))}
              {...(field.group === 'more' && {
                onRemove: () => {
                  setAdded(added.filter((each) => each !== name));
                  onChange(setInput(node, name, undefined));
                },
              })}
            />
          ))}
        </div>
        {fields.length === 0 && (
          <p className="text-muted">{say('designer.settings.step.no-inputs')}</p>
        )}
        {hidden.length > 0 && (
          <AddInput
            fields={hidden}
            onAdd={(name) => {
              setAdded([...added, name]);
              setFocused(name);
            }}
          />
        )}
      </div>
      <aside className="flex min-h-0 border-l bg-sunken max-[759px]:hidden">
        <OutputList
          beneathSearch={<ValuesSelect />}
          constantsEnd={
            <a
              href="/connections/constants"
              target="_blank"
              aria-label={say('designer.settings.step.edit-constants')}
              className="rounded-r1 px-1 text-muted hover:text-ink"
            >
              {say('designer.settings.step.edit')}
            </a>
          }
        />
      </aside>
    </div>
  );
}
