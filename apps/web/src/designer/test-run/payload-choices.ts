import type { PayloadSample, TriggerDetail } from '@sluice/schema';
import { timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';

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
    label: say('designer.test-run.last-signal'),
    hint: say('designer.test-run.received-at', { time: timeText(last.receivedAt) }),
    text: indented(last.payload),
  };
  return [
    ...(real ? [real] : []),
    ...samples.map(({ label, body }, position) => ({
      id: `sample-${position}`,
      label,
      hint: say('designer.test-run.sample'),
      text: indented(body),
    })),
  ];
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}
