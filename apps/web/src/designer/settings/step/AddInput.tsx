import { Plus } from 'lucide-react';
import type { FieldManifest } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { SearchButton } from '../SearchButton.tsx';

interface AddInputProps {
  /** The inputs that are not on the form. */
  readonly fields: readonly (readonly [name: string, field: FieldManifest])[];
  readonly onAdd: (name: string) => void;
}

/** Brings an input onto the form that only some flows need. */
export function AddInput({ fields, onAdd }: AddInputProps) {
  const examples = fields.slice(0, 3).map(([, field]) => field.label);
  return (
    <SearchButton
      label={say('designer.settings.step.add-input')}
      options={fields.map(([name, { label, help }]) => ({ id: name, label, hint: help }))}
      onChoose={onAdd}
      className="mt-4 -ml-1.5 flex max-w-full items-center gap-1.5 rounded-r1 px-1.5 py-1 text-muted hover:bg-sunken hover:text-ink"
    >
      <Plus className="size-4 shrink-0" aria-hidden />
      <span className="truncate">
        <span className="font-medium">{say('designer.settings.step.add-input-colon')}</span>{' '}
        {examples.join(', ')}
        {fields.length > examples.length && ' …'}
      </span>
    </SearchButton>
  );
}
