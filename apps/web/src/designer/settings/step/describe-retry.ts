import type { RetrySettings } from '@sluice/schema';

/** Says in plain words how long a step keeps trying: “Tries up to 6 times over about 2 minutes.” */
export function describeRetry(retry: RetrySettings): string {
  if (retry.attempts <= 1) return 'Tries once. When that fails, the step has failed.';
  const delays = delaysOf(retry);
  const total = delays.reduce((sum, delay) => sum + delay, 0);
  const times = retry.attempts === 2 ? 'twice' : `up to ${retry.attempts} times`;
  if (total === 0) return `Tries ${times}, at once each time.`;
  return `Tries ${times} over about ${durationWords(total)}.`;
}

/** Seconds between the attempts: each delay doubles the one before, up to the longest. */
export function delaysOf({
  attempts,
  firstDelaySeconds,
  longestDelaySeconds,
}: RetrySettings): readonly number[] {
  return Array.from({ length: Math.max(0, attempts - 1) }, (_, index) =>
    Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** index),
  );
}

/** A length of time as a person says it, rounded: “2 minutes”, “1 hour”. */
export function durationWords(seconds: number): string {
  const [unit, size] = units.find(([, least]) => seconds >= least * 1.5) ?? ['second', 1];
  const count = Math.max(1, Math.round(seconds / size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const units: readonly (readonly [name: string, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
