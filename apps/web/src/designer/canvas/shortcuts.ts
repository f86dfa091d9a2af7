import { say } from '../../words/say.ts';

/** The keys of the designer, as the list of shortcuts shows them. */
export const shortcuts = [
  {
    title: say('designer.canvas.shortcuts.drawing'),
    keys: [
      { keys: ['Tab'], what: say('designer.canvas.shortcuts.next-node') },
      { keys: ['Enter'], what: say('designer.canvas.shortcuts.open-settings') },
      { keys: ['C'], what: say('designer.canvas.shortcuts.connect') },
      { keys: ['D'], what: say('designer.canvas.shortcuts.disable') },
      { keys: ['Delete'], what: say('designer.canvas.shortcuts.delete') },
      { keys: ['Shift', 'Delete'], what: say('designer.canvas.shortcuts.delete-join') },
      { keys: ['←', '↑', '→', '↓'], what: say('designer.canvas.shortcuts.move') },
      { keys: ['Shift', 'F10'], what: say('designer.canvas.shortcuts.open-menu') },
    ],
  },
  {
    title: say('designer.canvas.shortcuts.editing'),
    keys: [
      { keys: ['Ctrl', 'Z'], what: say('ui.undo') },
      { keys: ['Ctrl', 'Shift', 'Z'], what: say('designer.canvas.shortcuts.redo') },
      { keys: ['Ctrl', 'A'], what: say('designer.canvas.shortcuts.select-all') },
      { keys: ['Ctrl', 'D'], what: say('designer.canvas.menu.duplicate') },
      { keys: ['Ctrl', 'X'], what: say('designer.canvas.shortcuts.cut') },
      { keys: ['Ctrl', 'C'], what: say('designer.canvas.shortcuts.copy') },
      { keys: ['Ctrl', 'V'], what: say('designer.canvas.shortcuts.paste') },
      { keys: ['Ctrl', 'S'], what: say('designer.header.save-now') },
    ],
  },
  {
    title: say('designer.canvas.shortcuts.around'),
    keys: [
      { keys: ['/'], what: say('designer.palette.search') },
      { keys: ['?'], what: say('designer.canvas.shortcuts.show-list') },
      { keys: ['Esc'], what: say('designer.canvas.shortcuts.back') },
    ],
  },
] as const;
