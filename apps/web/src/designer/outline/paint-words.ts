import type { WordKey } from '../../words/say.ts';
import type { NodePaint } from '../canvas/paint.ts';

/** What the list says a run did at a node. */
export const paintWords: Readonly<Record<NodePaint, WordKey>> = {
  pending: 'designer.outline.state-pending',
  running: 'designer.outline.state-running',
  waiting: 'designer.outline.state-waiting',
  retrying: 'designer.outline.state-retrying',
  succeeded: 'designer.outline.state-succeeded',
  failed: 'designer.outline.state-failed',
  given: 'designer.outline.state-given',
  skipped: 'designer.outline.state-skipped',
};
