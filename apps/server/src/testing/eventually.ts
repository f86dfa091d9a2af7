import { setTimeout as wait } from 'node:timers/promises';

/**
 * For tests: asks again every few milliseconds until there is an answer, and returns it. Throws when
 * there is none within half a minute, or within `seconds`. `what` completes "waited in vain until".
 */
export async function eventually<Result>(
  ask: () => Promise<Result | undefined> | Result | undefined,
  what: string,
  seconds = 30,
): Promise<Result> {
  const deadline = Date.now() + seconds * 1000;
  for (let pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await wait(pause);
  }
}
