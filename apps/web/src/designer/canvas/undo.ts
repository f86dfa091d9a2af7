import type { Flow, NodeId } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { describeChange } from '../state/describe-change.ts';
import type { Designer } from '../state/designer.ts';
import { keepFocus } from './focus-node.ts';

/** Takes back the latest gesture, says which that was, and selects what came back. */
export function undo(designer: Designer): void {
  const { flow, past, undo: goBack } = designer.document.getState();
  const previous = past.at(-1);
  if (!previous) return;
  const what = describeChange(previous, flow);
  goBack();
  designer.announcements.getState().say(say('designer.change.undone', { what }));
  show(designer, flow, previous);
}

/** Does the gesture again that was undone last, and says which that was. */
export function redo(designer: Designer): void {
  const { flow, future, redo: goOn } = designer.document.getState();
  const next = future.at(-1);
  if (!next) return;
  const what = describeChange(flow, next);
  goOn();
  designer.announcements.getState().say(say('designer.change.redone', { what }));
  show(designer, flow, next);
}

/** Selects what appeared, and gives the focus somewhere to be if what had it disappeared. */
function show({ canvas }: Designer, before: Flow, after: Flow): void {
  const known = new Set(idsOf(before));
  const appeared = idsOf(after).filter((id) => !known.has(id));
  if (appeared.length > 0) canvas.getState().select(appeared);
  keepFocus(appeared[0] ?? canvas.getState().selectedIds[0]);
}

function idsOf({ nodes, notes = [] }: Flow): NodeId[] {
  return [...nodes, ...notes].map(({ id }) => id);
}
