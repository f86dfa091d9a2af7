import { useState } from 'react';
import type { Template } from '@sluice/schema';
import { useLookupOptions } from '../../../api/connections.ts';
import { TemplateInput } from '../../mapping/TemplateInput.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { plainText } from './plain-text.ts';
import { useSettled } from './use-settled.ts';

interface EntryNameProps {
  readonly label: string;
  /** Which list of the connection names can be chosen from. */
  readonly lookup: string | undefined;
  readonly connectionId: string | undefined;
  readonly value: Template;
  readonly focusAtOnce: boolean;
  readonly onChange: (value: Template) => void;
}

/** The name of one line: typed, or chosen from a list where the other system has one. */
export function EntryName({ lookup, connectionId, ...input }: EntryNameProps) {
  const [open, setOpen] = useState(false);
  const typed = (plainText(input.value) ?? '').trim();
  const search = useSettled(typed);
  const asked = open || typed !== '' ? connectionId : undefined;
  const all = useLookupOptions(lookup ? asked : undefined, lookup ?? '', {
    inputs: {},
    search: '',
  });
  const known = all.data ?? [];
  if (lookup === undefined) return <TemplateInput {...input} placeholder={input.label} />;
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
        onOpenChange={setOpen}
        emptyText={emptyText(connectionId, all)}
      />
    </div>
  );
}

function emptyText(
  connectionId: string | undefined,
  { error, isFetching }: { readonly error: Error | null; readonly isFetching: boolean },
): string {
  if (connectionId === undefined) return 'No connection is chosen yet. You can type a name.';
  if (error) return `${error.message} You can type a name.`;
  return isFetching ? 'Asking …' : 'Nothing in the list matches. It is kept as you typed it.';
}
