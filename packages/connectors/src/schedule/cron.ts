import { StepError } from '@sluice/connector-kit';
import { Cron } from 'croner';
import cronstrue from 'cronstrue';

/** Reads a cron expression of five fields in a time zone. Throws a `StepError` for one that is none. */
export function readCron(expression: string, timeZone: string): Cron {
  if (expression.trim() === '') throw invalid('No times are given yet.');
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) {
    throw invalid(
      `“${expression}” has ${fields.length === 1 ? 'one field' : `${fields.length} fields`}, and five are needed.`,
    );
  }
  try {
    // Day of the month and day of the week: either counts, as in every other cron.
    const cron = new Cron(expression.trim(), { timezone: timeZone, paused: true, mode: '5-part' });
    // It finds out about a time zone only when it is asked for a time.
    cron.nextRun();
    return cron;
  } catch (error) {
    throw isTimeZone(timeZone) ? invalid(reasonOf(error)) : unknownZone(timeZone);
  }
}

/** An expression in a sentence, such as “Every 5 minutes”. */
export function describeCron(expression: string): string {
  return cronstrue.toString(expression.trim(), { use24HourTimeFormat: true });
}

/** Every time zone known here, UTC first. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message.replace(/^\w+: /, '') : '';
  return `This is not a time that cron can read. ${words}`.trim();
}

function unknownZone(name: string): StepError {
  return new StepError({
    code: 'invalid-input',
    message: `“${name}” is not the name of a time zone, such as Europe/Berlin.`,
    input: 'timeZone',
  });
}

function invalid(message: string): StepError {
  return new StepError({
    code: 'invalid-input',
    message,
    hint: 'Use minute, hour, day of the month, month and day of the week, such as 0 8 * * 1-5.',
    input: 'cron',
  });
}
