import type { RetrySettings } from '@sluice/schema';
import { type TimeUnit, unitText } from '../../../words/format.ts';
import { say } from '../../../words/say.ts';

/** Says in plain words how long a step keeps trying: “Tries up to 6 times over about 2 minutes.” */
export function describeRetry(retry: RetrySettings): string {
  if (retry.attempts <= 1) return say('designer.settings.step.retry.once');
  const delays = delaysOf(retry);
  const total = delays.reduce((sum, delay) => sum + delay, 0);
  if (total === 0) {
    return say('designer.settings.step.retry.at-once', { attempts: retry.attempts });
  }
  return say('designer.settings.step.retry.over', {
    attempts: retry.attempts,
    duration: durationWords(total),
  });
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
  return unitText(Math.max(1, Math.round(seconds / size)), unit);
}

const units: readonly (readonly [name: TimeUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
