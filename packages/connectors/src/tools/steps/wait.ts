import {
  StepError,
  StepWait,
  dateTime,
  defineStep,
  icon,
  number,
  output,
  select,
} from '@sluice/connector-kit';
import { readMoment } from '@sluice/schema';

const secondsOf = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const LONGEST_DAYS = 366;

/** Holds the run for a time that counts from when the step was first reached, or until a moment. */
export const wait = defineStep({
  type: 'tools.wait',
  label: 'Wait',
  summary: 'Hold the run for a time, or until a moment.',
  icon: icon(
    'M5.5 3h13',
    'M5.5 21h13',
    'M7.5 3v3.5c0 2.5 4.5 3.5 4.5 5.5s-4.5 3-4.5 5.5V21',
    'M16.5 3v3.5c0 2.5-4.5 3.5-4.5 5.5s4.5 3 4.5 5.5V21',
  ),
  help: 'Fill in how long, or until when. The run goes on at that time even if the server was restarted meanwhile; a moment that has passed already holds nothing up.',
  repeatable: true,

  inputs: {
    amount: number({
      label: 'Wait for',
      help: 'How long, counted from when the run reaches this step.',
      placeholder: '5',
      examples: ['5', '15', '60'],
    }),
    unit: select({
      label: 'Unit',
      help: 'What the number counts.',
      initial: 'minutes',
      options: [
        { value: 'seconds', label: 'Seconds' },
        { value: 'minutes', label: 'Minutes' },
        { value: 'hours', label: 'Hours' },
        { value: 'days', label: 'Days' },
      ],
    }),
    until: dateTime({
      label: 'Or wait until',
      help: 'A date and time such as 2026-09-25T06:40Z. Without a time zone it is UTC.',
      examples: [{ label: 'A moment in UTC', text: '2026-12-24T08:00Z' }],
    }),
  },

  outputs: {
    waitedUntil: output('Waited Until', '2026-09-25T06:45:00.000Z', 'When the run was to go on.'),
    secondsWaited: output('Seconds Waited', 300, 'How long the run was really held.'),
  },

  async run({ inputs, identity }) {
    const startedAt = Date.parse(identity.startedAt);
    const until = endOf(inputs, startedAt);
    const now = Date.now();
    if (until > startedAt + LONGEST_DAYS * secondsOf.days * 1000) {
      throw invalid(
        `The wait would be longer than ${LONGEST_DAYS} days.`,
        inputs.until === undefined ? 'amount' : 'until',
      );
    }
    if (until > now) throw new StepWait(new Date(until), 'Waits for its time to come.');
    return {
      waitedUntil: new Date(until).toISOString(),
      secondsWaited: Math.max(0, Math.round((now - startedAt) / 1000)),
    };
  },
});

interface Given {
  readonly amount?: number | undefined;
  readonly unit?: keyof typeof secondsOf | undefined;
  readonly until?: string | undefined;
}

/** When the wait is over, in milliseconds since 1970. */
function endOf({ amount, unit = 'minutes', until }: Given, startedAt: number): number {
  if (amount !== undefined && until !== undefined) {
    throw invalid('Both a time and a moment to wait for are given. Empty one of them.', 'until');
  }
  if (until !== undefined) {
    const moment = readMoment(until);
    if (moment) return moment.getTime();
    throw invalid(`“${until}” is not a date and time such as 2026-09-25T06:40Z.`, 'until');
  }
  if (amount === undefined) {
    throw invalid('There is neither a time nor a moment to wait for.', 'amount');
  }
  if (amount < 0) throw invalid('A time to wait cannot be less than nothing.', 'amount');
  if (!Object.hasOwn(secondsOf, unit)) {
    throw invalid(`“${unit}” is not seconds, minutes, hours or days.`, 'unit');
  }
  return startedAt + amount * secondsOf[unit] * 1000;
}

function invalid(message: string, input: keyof Given): StepError {
  return new StepError({ code: 'invalid-input', message, input });
}
