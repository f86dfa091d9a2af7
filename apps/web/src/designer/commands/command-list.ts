import { arrangeCommands } from './arrange-commands.ts';
import type { Command } from './command.ts';
import { flowCommands } from './flow-commands.ts';
import { notesCommands } from './notes-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { stepCommands } from './step-commands.ts';
import { viewCommands } from './view-commands.ts';
import { watchCommands } from './watch-commands.ts';

/** Every command of the designer, in the order in which they are shown. */
export const commandList: readonly Command[] = [
  ...stepCommands,
  ...watchCommands,
  ...selectionCommands,
  ...arrangeCommands,
  ...notesCommands,
  ...flowCommands,
  ...viewCommands,
];

const byId = new Map(commandList.map((command) => [command.id, command]));

/** The commands of these ids, in this order. */
export function commandsOf(ids: readonly string[]): Command[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}
