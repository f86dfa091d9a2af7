import type { FlowNode, FlowNote, NodeId, Position } from '@sluice/schema';
import type { LucideIcon } from 'lucide-react';
import type { WordKey } from '../../words/say.ts';
import type { Commands } from '../canvas/commands.ts';
import type { Paste } from '../canvas/use-clipboard.ts';
import type { View } from '../canvas/use-view.ts';
import type { Autosave } from '../state/autosave.ts';
import type { Designer } from '../state/designer.ts';
import type { Shortcut } from './shortcut.ts';

/** Under which heading a command stands in the sheet of shortcuts and in the palette. */
export const commandGroups = ['steps', 'selection', 'arrange', 'notes', 'flow', 'view'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One thing that a person can do in the designer. */
export interface Command {
  readonly id: string;
  readonly label: WordKey;
  readonly group: CommandGroup;
  /** The first is shown; the others do the same. */
  readonly keys?: readonly Shortcut[];
  readonly icon?: LucideIcon;
  readonly tone?: 'danger';
  /** Only for those who may change the flow. */
  readonly builds?: boolean;
  /** Its keys work wherever the focus is, but not behind a dialog or in a text. */
  readonly anywhere?: boolean;
  /** Its keys are the browser's own, or the canvas's; they are only shown. */
  readonly keysOnlyShown?: boolean;
  /** Whether it does something now; left out: always. */
  readonly isOffered?: (scene: Scene) => boolean;
  /** Left out: it is done by its keys alone. */
  readonly run?: (scene: Scene) => unknown;
}

/** What commands act on and with, gathered when one is chosen. */
export interface Scene {
  readonly designer: Designer;
  readonly drawing: Commands;
  readonly view: View;
  readonly autosave: Autosave;
  readonly paste: Paste;
  readonly publish: () => Promise<void>;
  readonly mayBuild: boolean;
  readonly mayRun: boolean;
  /** What is selected. */
  readonly ids: readonly NodeId[];
  readonly nodes: readonly FlowNode[];
  readonly notes: readonly FlowNote[];
  readonly edgeIds: readonly string[];
  /** Triggers that a person can start. */
  readonly startableIds: readonly NodeId[];
  /** Where a menu was opened, on the canvas and on the screen. */
  readonly at?: { readonly canvas: Position; readonly screen: Position };
}

/** Whether a command can be chosen now. */
export function isOffered(command: Command, scene: Scene): boolean {
  if (command.builds && !scene.mayBuild) return false;
  return command.isOffered?.(scene) ?? true;
}
