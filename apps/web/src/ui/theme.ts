import { create } from 'zustand';

/** What the user chose; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark';

interface Theme {
  readonly choice: ThemeChoice;
  /** The theme in force. */
  readonly shown: 'light' | 'dark';
  readonly choose: (choice: ThemeChoice) => void;
}

const KEY = 'sluice.theme';

/** The theme, kept in the browser's storage and set on the document. */
export const useTheme = create<Theme>()((set) => ({
  choice: storedChoice(),
  shown: shownFor(storedChoice()),
  choose: (choice) => {
    store(choice);
    set({ choice, shown: shownFor(choice) });
  },
}));

/** Keeps the document in step with the theme and with the system. Call it once, at the start. */
export function applyTheme(): void {
  const apply = (theme: Theme) => {
    document.documentElement.dataset['theme'] = theme.shown;
  };
  apply(useTheme.getState());
  useTheme.subscribe(apply);
  systemQuery().addEventListener('change', () =>
    useTheme.setState(({ choice }) => ({ shown: shownFor(choice) })),
  );
}

function systemQuery(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

/** Storage may be switched off; the choice then lasts until the page is closed. */
function store(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    return;
  }
}

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function shownFor(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  // A document without a screen, as in tests, has no media to ask.
  return 'matchMedia' in window && systemQuery().matches ? 'dark' : 'light';
}
