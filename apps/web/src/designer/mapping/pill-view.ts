/** What kind of thing a value comes from; it decides a pill's colour. */
export type Tone = 'trigger' | 'app' | 'tool' | 'constant';

/** A pill in words, ready to be drawn or read out. */
export interface PillView {
  /** The name of the step it comes from. */
  readonly source: string;
  /** The output's label, and the way to a deeper value. */
  readonly output: string;
  /** How its value is written; empty when it is left as it is. */
  readonly formats: string;
  readonly tone: Tone;
  /** Why the pill stands for nothing: its source is gone or does not come before. */
  readonly broken?: string;
  /** What is good to know although the pill works, such as a disabled source. */
  readonly note?: string;
}

/** A pill's whole name, as it is read out and copied as plain text. */
export function pillName({ source, output, formats }: PillView): string {
  return `${source} › ${output}${formats && ` · ${formats}`}`;
}
