import type { ServerResponse } from 'node:http';

/** How an answer that is ready to go is spoilt: never sent, or cut in the middle of its JSON. */
export type AnswerEnding = 'dropped' | 'truncated';

const endings = new WeakMap<ServerResponse, AnswerEnding>();

/** Decides, before the work is done, that its answer will be spoilt. */
export function spoilAnswer(response: ServerResponse, ending: AnswerEnding): void {
  endings.set(response, ending);
}

/** How this answer is to be spoilt, if at all. */
export function answerEnding(response: ServerResponse): AnswerEnding | undefined {
  return endings.get(response);
}
