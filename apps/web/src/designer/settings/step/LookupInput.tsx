import { useState } from 'react';
import type { FieldManifest } from '@sluice/schema';
import { useLookupOptions } from '../../../api/connections.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { listText } from '../../../words/format.ts';
import { say } from '../../../words/say.ts';
import type { TemplateInputProps } from '../../mapping/TemplateInput.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import type { FormNode } from './form-node.ts';
import { neededValues } from './needed-values.ts';
import { plainText } from './plain-text.ts';
import { useSettled } from './use-settled.ts';

interface LookupInputProps extends Omit<TemplateInputProps, 'choiceList'> {
  readonly field: FieldManifest;
  readonly node: FormNode;
  readonly inputs: Readonly<Record<string, FieldManifest>>;
}

/** One of a list that the other system is asked for live, or any text, or a pill. */
export function LookupInput({ field, node, inputs, ...input }: LookupInputProps) {
  const [open, setOpen] = useState(false);
  const { connectionId } = node;
  const name = field.lookup?.name ?? '';
  const { values, missing } = neededValues(field, node, inputs);
  const isUsed = open || input.value.length > 0;
  const asked = isUsed ? connectionId : undefined;

  const all = useLookupOptions(asked, name, { inputs: values, search: '' });
  const known = all.data ?? [];
  const typed = (plainText(input.value) ?? '').trim();
  const isChosen = known.some((option) => option.value === typed);
  const search = useSettled(isChosen ? '' : typed);
  const found = useLookupOptions(open ? asked : undefined, name, { inputs: values, search });
  const { error, isFetching, refetch } = search === '' ? all : found;

  return (
    <ChoiceBox
      {...input}
      known={[...known, ...(found.data ?? [])]}
      options={(search === '' ? all.data : found.data) ?? []}
      onOpenChange={setOpen}
      header={
        <>
          {isFetching && (
            <p className="flex items-center gap-2 px-3 pt-2 text-muted" role="status">
              <Spinner /> {say('designer.settings.step.asking-for', { name: field.label })}
            </p>
          )}
          {missing.length > 0 && (
            <p className="px-3 pt-2 text-hint text-muted">
              {say('designer.settings.step.choose-to-narrow', { names: listText(missing) })}
            </p>
          )}
        </>
      }
      emptyText={
        connectionId === undefined ? (
          say('designer.settings.step.no-connection')
        ) : error ? (
          <div role="alert" className="flex max-w-80 flex-col items-start gap-2">
            <span className="text-fail">{error.message}</span>
            <Button size="small" onClick={() => void refetch()}>
              {say('ui.try-again')}
            </Button>
          </div>
        ) : isFetching ? null : typed === '' ? (
          say('designer.settings.step.empty-list')
        ) : (
          say('designer.settings.step.nothing-matches-kept', { text: typed })
        )
      }
    />
  );
}
