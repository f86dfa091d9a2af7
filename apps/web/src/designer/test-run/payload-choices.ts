import type { PayloadSample, TriggerDetail } from '@sluice/schema';

/** A payload that a test can begin with. */
export interface PayloadChoice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Indented JSON. */
  readonly text: string;
}

/** The last real signal first, because it is the truth; then the samples that the trigger brings. */
export function payloadChoices(
  samples: readonly PayloadSample[],
  last: TriggerDetail['lastSignal'],
): readonly PayloadChoice[] {
  const real = last && {
    id: 'last',
    label: 'Last real signal',
    hint: `Received ${new Date(last.receivedAt).toLocaleString()}`,
    text: indented(last.payload),
  };
  return [
    ...(real ? [real] : []),
    ...samples.map(({ label, body }, position) => ({
      id: `sample-${position}`,
      label,
      hint: 'Sample',
      text: indented(body),
    })),
  ];
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}
