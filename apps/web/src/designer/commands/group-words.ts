import type { WordKey } from '../../words/say.ts';
import type { CommandGroup } from './command.ts';

/** What the groups of commands are called. */
export const groupWords: Readonly<Record<CommandGroup, WordKey>> = {
  steps: 'designer.commands.group-steps',
  selection: 'designer.commands.group-selection',
  arrange: 'designer.commands.group-arrange',
  notes: 'designer.commands.group-notes',
  flow: 'designer.commands.group-flow',
  view: 'designer.commands.group-view',
};
