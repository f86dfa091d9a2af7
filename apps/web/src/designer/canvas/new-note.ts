import type { FlowNote, Position } from '@sluice/schema';
import { newId } from '../state/new-id.ts';

const SIZE = { width: 240, height: 120 };

/** An empty note with its corner at a place. */
export function newNote({ x, y }: Position): FlowNote {
  return { id: newId(), text: '', position: { x: Math.round(x), y: Math.round(y) }, ...SIZE };
}
