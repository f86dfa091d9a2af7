import { History, Play, Redo2, Rocket, Save, TriangleAlert, Undo2 } from 'lucide-react';
import { say } from '../../words/say.ts';
import { redo, undo } from '../canvas/undo.ts';
import type { Command } from './command.ts';

/** What can be done with the flow as a whole. */
export const flowCommands: readonly Command[] = [
  {
    id: 'undo',
    label: 'designer.commands.undo',
    group: 'flow',
    keys: ['Mod+z'],
    icon: Undo2,
    builds: true,
    anywhere: true,
    isOffered: ({ designer }) => designer.document.getState().past.length > 0,
    run: ({ designer }) => undo(designer),
  },
  {
    id: 'redo',
    label: 'designer.commands.redo',
    group: 'flow',
    keys: ['Mod+Shift+z', 'Mod+y'],
    icon: Redo2,
    builds: true,
    anywhere: true,
    isOffered: ({ designer }) => designer.document.getState().future.length > 0,
    run: ({ designer }) => redo(designer),
  },
  {
    id: 'save',
    label: 'designer.commands.save',
    group: 'flow',
    keys: ['Mod+s'],
    keysOnlyShown: true,
    icon: Save,
    builds: true,
    run: async ({ autosave, designer }) => {
      if (await autosave.flush()) designer.announcements.getState().say(say('designer.said.saved'));
    },
  },
  {
    id: 'publish',
    label: 'designer.commands.publish',
    group: 'flow',
    icon: Rocket,
    builds: true,
    run: ({ publish }) => publish(),
  },
  {
    id: 'test',
    label: 'designer.commands.test',
    group: 'flow',
    icon: Play,
    isOffered: ({ mayRun, designer }) =>
      mayRun && designer.document.getState().flow.nodes.length > 0,
    run: ({ designer }) => designer.screen.getState().open({ name: 'test' }),
  },
  {
    id: 'versions',
    label: 'designer.commands.versions',
    group: 'flow',
    icon: History,
    run: ({ designer }) => designer.screen.getState().open({ name: 'versions' }),
  },
  {
    id: 'problems',
    label: 'designer.commands.problems',
    group: 'flow',
    icon: TriangleAlert,
    run: ({ designer: { screen } }) =>
      screen.getState().showProblems(!screen.getState().problemsOpen),
  },
];
