/** A custom field of tickets: 0 is text, 2 a choice of numbered options, 4 a date. */
export interface CustomField {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly type: 0 | 2 | 4;
  readonly options: readonly { readonly id: number; readonly name: string }[];
}

/** The custom fields of the stock instance. */
export const customFields: readonly CustomField[] = [
  { id: 213, name: 'CFAlertSource', label: 'Alert source', type: 0, options: [] },
  {
    id: 206,
    name: 'CFService',
    label: 'Affected service',
    type: 2,
    options: [
      { id: 9, name: 'Antares' },
      { id: 10, name: 'Payments' },
      { id: 11, name: 'Customer portal' },
    ],
  },
  { id: 175, name: 'CFDetectedAt', label: 'Detected at', type: 4, options: [] },
];

/** What every custom field carries besides its name and value, in lists and inside tickets. */
export function renderCustomField(field: CustomField): Record<string, unknown> {
  return {
    ...field,
    options: undefined,
    summary: '',
    characterlimit: 0,
    characterlimittype: 0,
    inputtype: field.type === 4 ? 1 : 0,
    copytochild: false,
    searchable: false,
    ordervalues: true,
    ordervaluesby: 0,
    database_lookup_auto: false,
    extratype: field.type === 2 ? 1 : 0,
    copytochildonupdate: false,
    usage: 1,
    showondetailsscreen: false,
    custom_extra_table_id: 0,
    copytorelated: false,
    calculation: '',
    regex: '',
    is_horizontal: false,
    isencrypted: false,
    selection_field_id: 0,
  };
}
