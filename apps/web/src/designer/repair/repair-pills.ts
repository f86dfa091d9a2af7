import { type Catalogue, type PillRepair, brokenPillsOf, repairingEdits } from '@sluice/schema';
import { toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import { undoOfLatest } from '../state/flow-document.ts';

/** Repairs all broken pills of one source in one gesture, and says how many are left. */
export function repairPills(designer: Designer, catalogue: Catalogue, repair: PillRepair): void {
  const count = () =>
    brokenPillsOf(repair.source, designer.document.getState().flow, catalogue).length;
  const before = count();
  const { flow, edit } = designer.document.getState();
  edit(...repairingEdits(repair, flow, catalogue));
  const left = count();
  const words = [
    say('designer.repair.done', { count: before - left }),
    ...(left > 0 ? [say('designer.repair.left', { count: left })] : []),
  ].join(' ');
  if (before > left) toastUndo(words, undoOfLatest(designer.document));
  designer.announcements.getState().say(words);
}
