import { type FlowNode, type ManifestIndex, type NodeId, swapNode } from '@sluice/schema';
import { toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { newNode } from '../canvas/new-node.ts';
import type { Designer } from '../state/designer.ts';
import { undoOfLatest } from '../state/flow-document.ts';
import { swapWords } from './swap-words.ts';

interface Wanted {
  readonly nodeId: NodeId;
  /** What to put in its place. */
  readonly type: string;
}

/** Milliseconds; there is more to read than a word. */
const SHOWN = 20_000;

/**
 * Replaces a node in one gesture, and tells what it kept and what not, in passing and aloud. A
 * trigger only takes the place of a trigger, and a step that of a step.
 */
export function replaceNode(designer: Designer, index: ManifestIndex, wanted: Wanted): void {
  const { flow, edit } = designer.document.getState();
  const old = flow.nodes.find((node) => node.id === wanted.nodeId);
  const fresh = old && freshNode(old, wanted.type, { designer, index });
  const swap = fresh && swapNode(flow, old.id, { fresh, manifests: index });
  if (!swap) return;
  edit(...swap.edits);
  designer.canvas.getState().select([swap.node.id]);
  const title = say('designer.replacing.done', { old: old.name, by: labelOf(wanted.type, index) });
  const description = swapWords(swap);
  toastUndo(title, undoOfLatest(designer.document), { description, duration: SHOWN });
  designer.announcements.getState().say(`${title} ${description}`);
}

/** The name of the old node is free for the new one. */
function freshNode(
  old: FlowNode,
  type: string,
  { designer, index }: { readonly designer: Designer; readonly index: ManifestIndex },
): FlowNode | undefined {
  const { flow } = designer.document.getState();
  const others = { ...flow, nodes: flow.nodes.filter((node) => node !== old) };
  return newNode(type, index, { flow: others, position: old.position });
}

function labelOf(type: string, { triggers, steps }: ManifestIndex): string {
  return (triggers.get(type) ?? steps.get(type))?.label ?? type;
}
