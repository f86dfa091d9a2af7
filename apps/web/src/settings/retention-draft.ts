import type { Retention } from '../api/retention.ts';
import { say } from '../words/say.ts';

export type RetentionDraft = Readonly<Record<keyof Retention, string>>;

interface RetentionField {
  readonly name: keyof Retention;
  readonly label: string;
  readonly hint?: string;
  readonly unit: 'days' | 'most';
}

interface RetentionGroup {
  readonly title: string;
  readonly fields: readonly RetentionField[];
}

/** What can be set, in the order shown, runs first. */
export const retentionFields: readonly RetentionGroup[] = [
  {
    title: say('settings.retention.runs'),
    fields: [
      { name: 'succeededDays', label: say('settings.retention.succeeded-runs'), unit: 'days' },
      { name: 'failedDays', label: say('settings.retention.failed-runs'), unit: 'days' },
      {
        name: 'mostRuns',
        label: say('settings.retention.most-runs'),
        hint: say('settings.retention.most-runs-hint'),
        unit: 'most',
      },
    ],
  },
  {
    title: say('app.signals'),
    fields: [
      { name: 'signalDays', label: say('settings.retention.signals'), unit: 'days' },
      { name: 'refusedDays', label: say('settings.retention.refused-signals'), unit: 'days' },
      { name: 'mostSignals', label: say('settings.retention.most-signals'), unit: 'most' },
    ],
  },
];

const limits = { days: [1, 3650], most: [1000, 100_000_000] } as const;

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
  const fields = retentionFields.flatMap((group) => group.fields);
  const errors = fields.flatMap(({ name, unit }) => {
    const [least, most] = limits[unit];
    const value = Number(draft[name]);
    const fits = Number.isInteger(value) && value >= least && value <= most;
    return fits ? [] : [[name, say('settings.retention.wrong', { least, most })]];
  });
  const values = fields.map(({ name }) => [name, Number(draft[name])]);
  return { retention: Object.fromEntries(values) as Retention, errors: Object.fromEntries(errors) };
}
