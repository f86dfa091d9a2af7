import type { ConnectorManifest, FieldManifest, Values } from '@sluice/schema';
import { say } from '../words/say.ts';

/** A connection while its dialog is open. Values that were not touched are absent. */
export interface ConnectionDraft {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What the dialog starts with. An existing connection's values are never known. */
export function startDraft(
  connector: ConnectorManifest | undefined,
  existingName: string | undefined,
): ConnectionDraft {
  if (existingName !== undefined) return { name: existingName, values: {} };
  const fields = Object.entries(connector?.connection?.fields ?? {});
  return {
    name: '',
    values: Object.fromEntries(
      fields.flatMap(([name, field]) =>
        field.initial === undefined ? [] : [[name, field.initial]],
      ),
    ),
  };
}

/**
 * What keeps a draft from being saved, by field. An existing connection keeps what is left alone,
 * so there only a required field that was emptied is wrong.
 */
export function findDraftErrors(
  draft: ConnectionDraft,
  fields: Readonly<Record<string, FieldManifest>>,
  isNew: boolean,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (draft.name.trim() === '') errors['name'] = say('connections.name-missing');
  for (const [name, field] of Object.entries(fields)) {
    const value = draft.values[name];
    const isEmpty = value === undefined ? isNew : value.trim() === '';
    if (field.required && isEmpty)
      errors[name] = say('connections.field-missing', { field: field.label });
    else if (field.type === 'number' && value?.trim() && Number.isNaN(Number(value))) {
      errors[name] = say('connections.number-wrong');
    }
  }
  return errors;
}

/** The values as the API takes them: a number as a number, a toggle as true or false. */
export function typedValues(
  draft: ConnectionDraft,
  fields: Readonly<Record<string, FieldManifest>>,
): Values {
  return Object.fromEntries(
    Object.entries(draft.values).map(([name, text]) => [name, typedValue(text, fields[name])]),
  );
}

function typedValue(text: string, field: FieldManifest | undefined): unknown {
  if (text.trim() === '') return text.trim();
  if (field?.type === 'number') return Number(text);
  return field?.type === 'boolean' ? text === 'true' : text;
}
