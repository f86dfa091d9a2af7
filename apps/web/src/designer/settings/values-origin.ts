import type { KnownValues } from '../mapping/known-values.ts';

/** Says in one line where the values on the screen are from: the most real of them counts. */
export function valuesOrigin(found: readonly KnownValues[]): string {
  const run = found.find((each) => each.origin === 'run');
  if (run) return `Values shown are from the run you are watching${timeOf(run)}`;
  const signal = found.find((each) => each.origin === 'signal');
  if (signal) return `Values shown are from the last signal${timeOf(signal)}`;
  return found.length > 0 ? 'Values shown are samples, until the first signal arrives' : '';
}

function timeOf({ at }: KnownValues): string {
  if (at === undefined) return '';
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  return `, ${then.toLocaleString('en-GB', {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  })}`;
}
