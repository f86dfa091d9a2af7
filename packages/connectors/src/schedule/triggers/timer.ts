import { type Schedule, defineTrigger, output, select, text } from '@sluice/connector-kit';
import { type Values, asText, within } from '@sluice/schema';
import { describeCron, readCron, timeZones } from '../cron.ts';

/** Milliseconds after which a time counts as missed, and not as a little late. */
const GRACE = 60_000;
const MOST_CAUGHT_UP = 100;

const schedule: Schedule = {
  next: (inputs, after) => cronOf(inputs).nextRun(after) ?? undefined,
  missed(inputs, { after, until }) {
    // One second more, because the reference itself would not count.
    const reference = new Date(until.getTime() + 1000);
    const due = cronOf(inputs)
      .previousRuns(MOST_CAUGHT_UP, reference)
      .filter((time) => time > after && time <= until)
      .toSorted((one, other) => one.getTime() - other.getTime());
    const policy = inputs['catchUp'] ?? 'once';
    if (policy === 'all') return due;
    const inTime = due.filter((time) => until.getTime() - time.getTime() <= GRACE);
    return policy === 'once' && inTime.length === 0 ? due.slice(-1) : inTime;
  },
  describe: (inputs) => {
    cronOf(inputs);
    return `${describeCron(asText(inputs['cron']))} (${zoneOf(inputs)})`;
  },
};

/** Starts runs by the clock. */
export const timer = defineTrigger({
  type: 'schedule.timer',
  label: 'Schedule',
  summary: 'Start at times that a cron expression names.',
  help: 'The times count once the flow is published and switched on.',
  source: 'schedule',
  schedule,

  inputs: {
    cron: text({
      label: 'Times',
      help: 'A cron expression: minute, hour, day of the month, month, day of the week.',
      required: true,
      placeholder: '0 8 * * 1-5',
      initial: '0 8 * * 1-5',
      examples: [
        { label: 'On weekdays at 8', text: '0 8 * * 1-5' },
        { label: 'Every 15 minutes', text: '*/15 * * * *' },
        { label: 'Every full hour', text: '0 * * * *' },
        { label: 'On the 1st of the month', text: '0 6 1 * *' },
      ],
    }),
    timeZone: select({
      label: 'Time zone',
      help: 'In which the times are meant, also when clocks change.',
      options: timeZones().map((zone) => ({ value: zone, label: zone })),
      initial: 'UTC',
    }),
    catchUp: select({
      label: 'Times missed while the server was down',
      help: 'What is done about them once it is back. What fell into a time when the flow was off is never made up for.',
      initial: 'once',
      options: [
        { value: 'skip', label: 'Leave them out' },
        { value: 'once', label: 'Make up for the last one' },
        { value: 'all', label: `Make up for all, up to ${MOST_CAUGHT_UP}` },
      ],
    }),
  },

  outputs: {
    scheduledAt: output('Scheduled At', '2026-09-25T06:00:00.000Z', 'The time that was due.'),
    startedAt: output('Started At', '2026-09-25T06:00:00.412Z', 'When the run really began.'),
    lateBySeconds: output('Late By Seconds', 0, 'More than a few when the server was down.'),
  },

  samples: [{ label: 'A time', body: { scheduledAt: '2026-09-25T06:00:00.000Z' } }],

  receive({ body }) {
    const now = new Date();
    const scheduledAt = asText(within(body, 'scheduledAt')) || now.toISOString();
    const late = Math.max(0, Math.round((now.getTime() - Date.parse(scheduledAt)) / 1000));
    return [
      {
        outputs: { scheduledAt, startedAt: now.toISOString(), lateBySeconds: late },
        title: `Due at ${scheduledAt.slice(0, 16).replace('T', ' ')} UTC`,
      },
    ];
  },
});

function cronOf(inputs: Values) {
  return readCron(asText(inputs['cron']), zoneOf(inputs));
}

function zoneOf(inputs: Values): string {
  return asText(inputs['timeZone']) || 'UTC';
}
