import type { Retention } from '../api/retention.ts';

export type RetentionDraft = Readonly<Record<keyof Retention, string>>;

interface RetentionField {
  readonly name: keyof Retention;
  readonly label: string;
  readonly hint?: string;
  readonly unit: 'days' | 'at most';
}

/** What can be set, in the order shown, runs first. */
export const retentionFields: Readonly<Record<'Runs' | 'Signals', readonly RetentionField[]>> = {
  Runs: [
    { name: 'succeededDays', label: 'Succeeded runs', unit: 'days' },
    { name: 'failedDays', label: 'Failed and cancelled runs', unit: 'days' },
    {
      name: 'mostRuns',
      label: 'Most runs',
      hint: 'Beyond that the oldest go, whatever their age.',
      unit: 'at most',
    },
  ],
  Signals: [
    { name: 'signalDays', label: 'Signals', unit: 'days' },
    { name: 'refusedDays', label: 'Refused signals', unit: 'days' },
    { name: 'mostSignals', label: 'Most signals', unit: 'at most' },
  ],
};

const limits = { days: [1, 3650], 'at most': [1000, 100_000_000] } as const;

/** The settings as text, to be edited. */
export function draftOf(retention: Retention): RetentionDraft {
  const entries = Object.entries(retention).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(entries) as RetentionDraft;
}

/** What was typed as settings, or what is wrong with each that is not a fitting number. */
export function readDraft(draft: RetentionDraft): {
  readonly retention: Retention;
  readonly errors: Partial<Record<keyof Retention, string>>;
} {
  const fields = Object.values(retentionFields).flat();
  const errors = fields.flatMap(({ name, unit }) => {
    const [least, most] = limits[unit];
    const value = Number(draft[name]);
    const fits = Number.isInteger(value) && value >= least && value <= most;
    const range = `${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
    return fits ? [] : [[name, `Enter a whole number from ${range}.`]];
  });
  const values = fields.map(({ name }) => [name, Number(draft[name])]);
  return { retention: Object.fromEntries(values) as Retention, errors: Object.fromEntries(errors) };
}
