import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';

const SHOWN = 4;

/** Who uses what a file needs, and what becomes of them while it stays open. */
export function usedByWords(usedBy: readonly string[], isOpen: boolean): string {
  const more = usedBy.length - SHOWN;
  const names = listText([
    ...usedBy.slice(0, SHOWN),
    ...(more > 0 ? [say('flows.import.more-nodes', { count: more })] : []),
  ]);
  return say(isOpen ? 'flows.import.open-for' : 'flows.import.used-by', { names });
}
