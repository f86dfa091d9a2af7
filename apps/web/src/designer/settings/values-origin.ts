import type { FlowNode } from '@sluice/schema';
import { timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import type { KnownValues } from '../mapping/known-values.ts';

/** Says in one line where the values on the screen are from: the most real of them counts. */
export function valuesOrigin(found: readonly KnownValues[]): string {
  if (found.some((each) => each.origin === 'pinned')) return say('designer.settings.origin.pinned');
  const run = found.find((each) => each.origin === 'run');
  if (run) return say('designer.settings.origin.run', { time: timeOf(run) });
  const signal = found.find((each) => each.origin === 'signal');
  if (signal) return say('designer.settings.origin.signal', { time: timeOf(signal) });
  return found.length > 0 ? say('designer.settings.origin.sample') : '';
}

/** The same of a node's own outputs: those of a step are known by a run alone. */
export function ownOrigin({ kind }: FlowNode, known: KnownValues): string {
  return kind === 'step' && known.origin === 'sample'
    ? say('designer.settings.origin.sample-of-step')
    : valuesOrigin([known]);
}

function timeOf({ at }: KnownValues): string {
  if (at === undefined) return '';
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const time = timeText(at, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  });
  return `, ${time}`;
}
