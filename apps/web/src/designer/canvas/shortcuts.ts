/** The keys of the designer, as the list of shortcuts shows them. */
export const shortcuts = [
  {
    title: 'The drawing',
    keys: [
      { keys: ['Tab'], what: 'Go to the next node' },
      { keys: ['Enter'], what: 'Open the settings of the node' },
      { keys: ['C'], what: 'Connect the node to another' },
      { keys: ['D'], what: 'Disable or enable the node' },
      { keys: ['Delete'], what: 'Delete what is selected' },
      { keys: ['Shift', 'Delete'], what: 'Delete, and join what was around it' },
      { keys: ['←', '↑', '→', '↓'], what: 'Move by 4, with Shift by 20' },
      { keys: ['Shift', 'F10'], what: 'Open the menu of the node' },
    ],
  },
  {
    title: 'Editing',
    keys: [
      { keys: ['Ctrl', 'Z'], what: 'Undo' },
      { keys: ['Ctrl', 'Shift', 'Z'], what: 'Redo, also Ctrl Y' },
      { keys: ['Ctrl', 'A'], what: 'Select everything' },
      { keys: ['Ctrl', 'D'], what: 'Duplicate' },
      { keys: ['Ctrl', 'X'], what: 'Cut' },
      { keys: ['Ctrl', 'C'], what: 'Copy, also into another flow' },
      { keys: ['Ctrl', 'V'], what: 'Paste' },
      { keys: ['Ctrl', 'S'], what: 'Save now' },
    ],
  },
  {
    title: 'Around the drawing',
    keys: [
      { keys: ['/'], what: 'Search triggers and steps' },
      { keys: ['?'], what: 'Show this list' },
      { keys: ['Esc'], what: 'Step back: close, or deselect' },
    ],
  },
] as const;
