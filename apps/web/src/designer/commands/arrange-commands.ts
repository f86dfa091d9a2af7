import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  type LucideIcon,
  Workflow,
} from 'lucide-react';
import type { WordKey } from '../../words/say.ts';
import type { Alignment, Axis } from '../canvas/arrange.ts';
import type { Command } from './command.ts';
import type { Shortcut } from './shortcut.ts';

/** What puts several things in order. */
export const arrangeCommands: readonly Command[] = [
  aligning('left', 'designer.commands.align-left', ['Alt+Shift+ArrowLeft', AlignStartVertical]),
  aligning('centre', 'designer.commands.align-centre', ['Alt+Shift+c', AlignCenterVertical]),
  aligning('right', 'designer.commands.align-right', ['Alt+Shift+ArrowRight', AlignEndVertical]),
  aligning('top', 'designer.commands.align-top', ['Alt+Shift+ArrowUp', AlignStartHorizontal]),
  aligning('middle', 'designer.commands.align-middle', ['Alt+Shift+m', AlignCenterHorizontal]),
  aligning('bottom', 'designer.commands.align-bottom', ['Alt+Shift+ArrowDown', AlignEndHorizontal]),
  distributing('across', 'designer.commands.distribute-across', [
    'Alt+Shift+h',
    AlignHorizontalSpaceAround,
  ]),
  distributing('down', 'designer.commands.distribute-down', [
    'Alt+Shift+v',
    AlignVerticalSpaceAround,
  ]),
  {
    id: 'tidy-up',
    label: 'designer.commands.tidy-up',
    group: 'arrange',
    keys: ['Shift+t'],
    icon: Workflow,
    builds: true,
    isOffered: ({ designer }) => designer.document.getState().flow.nodes.length > 1,
    run: async ({ drawing, ids, view }) => {
      await drawing.tidyUp(ids);
      if (ids.length < 2) requestAnimationFrame(() => view.fit());
    },
  },
  {
    id: 'nudge',
    label: 'designer.commands.nudge',
    group: 'arrange',
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    keysOnlyShown: true,
    builds: true,
  },
];

type Look = readonly [Shortcut, LucideIcon];

function aligning(how: Alignment, label: WordKey, [key, icon]: Look): Command {
  return {
    id: `align-${how}`,
    label,
    group: 'arrange',
    keys: [key],
    icon,
    builds: true,
    isOffered: ({ ids }) => ids.length > 1,
    run: ({ drawing, ids }) => drawing.align(ids, how),
  };
}

function distributing(axis: Axis, label: WordKey, [key, icon]: Look): Command {
  return {
    id: `distribute-${axis}`,
    label,
    group: 'arrange',
    keys: [key],
    icon,
    builds: true,
    isOffered: ({ ids }) => ids.length > 2,
    run: ({ drawing, ids }) => drawing.distribute(ids, axis),
  };
}
