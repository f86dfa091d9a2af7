import { durationText } from '../../words/format.ts';
import { saySentence } from '../../words/say-sentence.ts';
import { say } from '../../words/say.ts';
import type { Bar } from './timeline-of.ts';

/** What a bar is, in a few words, such as `Attempt 2, failed`. */
export function barName({ stretch, look, isOpen }: Bar): string {
  if (!stretch) return say(look === 'given' ? 'runs.timeline.given' : 'runs.timeline.received');
  if (stretch.kind !== 'attempt') {
    return say(
      stretch.kind === 'retrying' ? 'runs.timeline.before-retry' : 'runs.timeline.waiting',
    );
  }
  const { attempt } = stretch;
  if (look === 'failed') return say('runs.timeline.attempt-failed', { attempt });
  if (look === 'interrupted') return say('runs.timeline.attempt-interrupted', { attempt });
  if (isOpen) return say('runs.timeline.attempt-open', { attempt });
  return say('runs.timeline.attempt', { attempt });
}

/** What else there is to say of a bar: how long it took, what it sent, why it failed or waits. */
export function barDetails({ stretch, from, to, isOpen, exchanges }: Bar): readonly string[] {
  if (!stretch) return [];
  const duration = durationText(to - from);
  const why =
    stretch.kind === 'attempt' ? stretch.failure : stretch.kind === 'waiting' && stretch.why;
  return [
    say(isOpen ? 'runs.timeline.so-far' : 'runs.took', { duration }),
    ...(exchanges.length > 0 ? [say('runs.timeline.requests', { count: exchanges.length })] : []),
    ...(why ? [saySentence(why)] : []),
  ];
}
