import { useState } from 'react';
import type { FieldManifest, FieldOption, Template } from '@sluice/schema';
import { useLookupOptions } from '../../../api/connections.ts';
import { useCallableFlows } from '../../../api/flows.ts';
import { say } from '../../../words/say.ts';
import { TemplateInput } from '../../mapping/TemplateInput.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import type { FormNode } from './form-node.ts';
import { plainText } from './plain-text.ts';
import { useSettled } from './use-settled.ts';

interface NameInput {
  readonly label: string;
  readonly value: Template;
  readonly focusAtOnce: boolean;
  readonly onChange: (value: Template) => void;
}

interface EntryNameProps extends NameInput {
  readonly columns: NonNullable<FieldManifest['columns']>;
  readonly node: FormNode;
}

/** The name of one line: typed, or chosen from a list where there is one. */
export function EntryName({ columns, node, ...input }: EntryNameProps) {
  const { lookup, takenByFlow } = columns;
  if (lookup !== undefined) {
    return <LookedUpName {...input} lookup={lookup} connectionId={node.connectionId} />;
  }
  if (takenByFlow !== undefined) {
    return <TakenName {...input} flowId={plainText(node.inputs[takenByFlow])?.trim() ?? ''} />;
  }
  return <TemplateInput {...input} placeholder={input.label} />;
}

interface LookedUpNameProps extends NameInput {
  /** Which list of the connection names can be chosen from. */
  readonly lookup: string;
  readonly connectionId: string | undefined;
}

function LookedUpName({ lookup, connectionId, ...input }: LookedUpNameProps) {
  const [open, setOpen] = useState(false);
  const typed = (plainText(input.value) ?? '').trim();
  const asked = open || typed !== '' ? connectionId : undefined;
  const all = useLookupOptions(asked, lookup, { inputs: {}, search: '' });
  return (
    <NameChoice
      {...input}
      known={all.data ?? []}
      onOpenChange={setOpen}
      emptyText={emptyText(connectionId, all)}
    />
  );
}

/** One of what the called flow takes. */
function TakenName({ flowId, ...input }: NameInput & { readonly flowId: string }) {
  const flows = useCallableFlows().data ?? [];
  const taken = flows.find((flow) => flow.id === flowId)?.inputs ?? [];
  return (
    <NameChoice
      {...input}
      hidesValue
      known={taken.map(({ name, sample }) => ({
        value: name,
        label: name,
        ...(sample !== '' && { hint: say('designer.settings.step.such-as', { sample }) }),
      }))}
      emptyText={
        flowId === ''
          ? say('designer.settings.step.no-flow')
          : say('designer.settings.step.kept-as-typed')
      }
    />
  );
}

interface NameChoiceProps extends NameInput {
  readonly known: readonly FieldOption[];
  readonly emptyText: string;
  readonly onOpenChange?: (open: boolean) => void;
  /** The labels say all that the values do. */
  readonly hidesValue?: boolean;
}

function NameChoice({ known, ...input }: NameChoiceProps) {
  const search = useSettled((plainText(input.value) ?? '').trim());
  const isChosen = known.some((option) => option.value === search);
  const words = isChosen ? '' : search.toLowerCase();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <ChoiceBox
        {...input}
        placeholder={input.label}
        known={known}
        options={known.filter(({ label, value }) =>
          `${label} ${value}`.toLowerCase().includes(words),
        )}
      />
    </div>
  );
}

function emptyText(
  connectionId: string | undefined,
  { error, isFetching }: { readonly error: Error | null; readonly isFetching: boolean },
): string {
  if (connectionId === undefined) return say('designer.settings.step.no-connection-name');
  if (error) return say('designer.settings.step.can-type-name', { problem: error.message });
  return isFetching
    ? say('designer.settings.step.asking')
    : say('designer.settings.step.kept-as-typed');
}
