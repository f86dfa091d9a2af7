/** What a field of a request can be. `integer` also takes numeric strings, as Halo's own web app sends. */
export interface FieldKinds {
  integer: number;
  number: number;
  text: string;
  date: string;
  flag: boolean;
  list: readonly Readonly<Record<string, unknown>>[];
  object: Readonly<Record<string, unknown>>;
}

/** The fields that one kind of record takes; all others are accepted and ignored. */
export type FieldTable = Readonly<Record<string, keyof FieldKinds>>;

/** A record read through a field table. A field left out, or null, is absent. */
export type FieldsOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]?: FieldKinds[Table[Name]];
};
