import type { FlowEdge, FlowNote, ManifestIndex, NodeId, Position } from '@sluice/schema';
import type { Designer } from '../state/designer.ts';
import type { LooseEnd } from '../state/screen.ts';
import { addingCommands } from './adding-commands.ts';
import type { Alignment, Axis } from './arrange.ts';
import { noteCommands } from './note-commands.ts';
import { placingCommands } from './placing-commands.ts';
import { takingCommands } from './taking-commands.ts';
import { wiringCommands } from './wiring-commands.ts';

/** What a person can do to the drawing. Each is one gesture: one undo, one announcement. */
export interface Commands {
  /** Adds a node of a type with its corner at a place, joined where it was asked for. */
  readonly addAt: (type: string, position: Position, end?: LooseEnd) => void;
  /** Adds a node after the selected one when that makes sense, otherwise near a place. */
  readonly addNear: (type: string, middle: Position) => void;
  /** Where a step that is added after a node goes: its first exit that is free, else its first. */
  readonly endAfter: (nodeId: NodeId) => LooseEnd;

  readonly connect: (edge: Way) => void;
  readonly disconnect: (edgeIds: readonly string[]) => void;
  /** Makes a step change places with the one before or after it, or says why that cannot be. */
  readonly reorder: (nodeId: NodeId, direction: 'earlier' | 'later') => void;

  /** Deletes nodes and notes. */
  readonly remove: (ids: readonly NodeId[]) => void;
  /** Deletes nodes and joins what came before to what came after. */
  readonly removeAndReconnect: (ids: readonly NodeId[]) => void;
  readonly duplicate: (ids: readonly NodeId[]) => void;
  readonly setDisabled: (ids: readonly NodeId[], disabled: boolean) => void;

  readonly align: (ids: readonly NodeId[], how: Alignment) => void;
  readonly distribute: (ids: readonly NodeId[], axis: Axis) => void;
  /** Lays the given nodes out afresh, or with fewer than two, the whole drawing. */
  readonly tidyUp: (ids: readonly NodeId[]) => Promise<void>;

  /** Puts an empty note with its corner at a place and begins to write it. */
  readonly addNote: (position: Position) => void;
  /** Changes the text, the size or the colour of a note. */
  readonly changeNote: (note: FlowNote) => void;
  /** Makes notes wider and higher, or with negative numbers less so. */
  readonly resizeNotes: (ids: readonly NodeId[], by: Pick<FlowNote, 'width' | 'height'>) => void;
}

/** From an exit to a step. */
export type Way = Pick<FlowEdge, 'source' | 'exit' | 'target'>;

/** Binds the commands to one page's stores and to what the catalogue offers. */
export function createCommands(designer: Designer, index: ManifestIndex): Commands {
  return {
    ...addingCommands(designer, index),
    ...wiringCommands(designer, index),
    ...takingCommands(designer),
    ...placingCommands(designer, index),
    ...noteCommands(designer),
  };
}
