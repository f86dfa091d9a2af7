import {
  Command as CommandIcon,
  Keyboard,
  ListTree,
  Maximize2,
  PanelBottom,
  PanelRight,
  SkipBack,
  SkipForward,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { outlineOf, outlineOrder } from '../outline/outline-of.ts';
import { showFlowAs } from '../outline/show-flow-as.ts';
import type { Command, Scene } from './command.ts';

const isCanvas = ({ designer }: Scene) => designer.screen.getState().view === 'canvas';

/** What changes what is seen, and nothing of the flow. */
export const viewCommands: readonly Command[] = [
  {
    id: 'palette',
    label: 'designer.commands.palette',
    group: 'view',
    keys: ['Mod+k'],
    icon: CommandIcon,
    anywhere: true,
    run: ({ designer }) => designer.screen.getState().open({ name: 'commands' }),
  },
  {
    id: 'search-steps',
    label: 'designer.commands.search-steps',
    group: 'view',
    keys: ['/'],
    keysOnlyShown: true,
    builds: true,
  },
  {
    id: 'next-node',
    label: 'designer.commands.next-node',
    group: 'view',
    keys: ['n'],
    icon: SkipForward,
    run: (scene) => goBy(scene, 1),
  },
  {
    id: 'previous-node',
    label: 'designer.commands.previous-node',
    group: 'view',
    keys: ['p'],
    icon: SkipBack,
    run: (scene) => goBy(scene, -1),
  },
  {
    id: 'menu',
    label: 'designer.commands.menu',
    group: 'view',
    keys: ['Shift+F10'],
    keysOnlyShown: true,
  },
  {
    id: 'list',
    label: 'designer.commands.list',
    group: 'view',
    keys: ['l'],
    icon: ListTree,
    run: ({ designer }) => {
      const isList = designer.screen.getState().view === 'list';
      void showFlowAs(isList ? 'canvas' : 'list', designer);
    },
  },
  {
    id: 'fit',
    label: 'designer.commands.fit',
    group: 'view',
    keys: ['f'],
    icon: Maximize2,
    isOffered: isCanvas,
    run: ({ view }) => view.fit(),
  },
  {
    id: 'zoom-in',
    label: 'designer.commands.zoom-in',
    group: 'view',
    keys: ['+', '='],
    icon: ZoomIn,
    isOffered: isCanvas,
    run: ({ view }) => view.zoomIn(),
  },
  {
    id: 'zoom-out',
    label: 'designer.commands.zoom-out',
    group: 'view',
    keys: ['-'],
    icon: ZoomOut,
    isOffered: isCanvas,
    run: ({ view }) => view.zoomOut(),
  },
  {
    id: 'zoom-whole',
    label: 'designer.commands.zoom-whole',
    group: 'view',
    keys: ['0'],
    isOffered: isCanvas,
    run: ({ view }) => view.zoomWhole(),
  },
  {
    id: 'activity',
    label: 'designer.commands.activity',
    group: 'view',
    icon: PanelBottom,
    run: ({ designer: { screen } }) =>
      screen.getState().showActivity({ activityFolded: !screen.getState().activityFolded }),
  },
  {
    id: 'fold-palette',
    label: 'designer.commands.fold-palette',
    group: 'view',
    icon: PanelRight,
    builds: true,
    run: ({ designer: { screen } }) =>
      screen.getState().showPalette({ paletteFolded: !screen.getState().paletteFolded }),
  },
  {
    id: 'shortcuts',
    label: 'designer.commands.shortcuts',
    group: 'view',
    keys: ['?'],
    icon: Keyboard,
    anywhere: true,
    run: ({ designer }) => designer.screen.getState().open({ name: 'shortcuts' }),
  },
];

/** Goes to the next or the previous node in the order of the list, from the last on to the first. */
function goBy({ designer, ids, view }: Scene, step: 1 | -1): void {
  const order = outlineOrder(outlineOf(designer.document.getState().flow));
  const now = order.indexOf(ids[0] ?? '');
  const first = step === 1 ? 0 : order.length - 1;
  const next = order.at(now === -1 ? first : (now + step) % order.length);
  if (next !== undefined) view.showNode(next);
}
