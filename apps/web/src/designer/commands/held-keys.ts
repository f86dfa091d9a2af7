import { sameIds } from '../canvas/same-ids.ts';
import type { Command } from './command.ts';

/** Who does what keys say. */
export interface KeyServant {
  /** Does what a key says, if it says anything. */
  readonly act: (event: KeyboardEvent, commands: readonly Command[]) => void;
  /** The ids of what is selected, which is what a key that is pressed now is meant for. */
  readonly selection: () => readonly string[];
  /** Selects this again, as far as it is still there. */
  readonly select: (ids: readonly string[]) => void;
}

interface HeldKey {
  readonly event: KeyboardEvent;
  /** What was selected when it was pressed. */
  readonly selection: readonly string[];
}

/** Keys on their way to the commands, whose script comes once the drawing is there. */
export interface HeldKeys {
  /** Has a key acted on: at once, or once and in its turn when the commands are there. */
  readonly press: (event: KeyboardEvent) => void;
  /** Says who acts; returns how to end that. */
  readonly serve: (servant: KeyServant) => () => void;
  /** Fetches the commands before a key is pressed. */
  readonly fetch: () => Promise<void>;
}

/** What the browser itself would do something at: with Ctrl or ⌘, with Shift (it cuts), or alone. */
const BROWSERS_OWN = {
  withMod: ['a', 'd', 'k', 's', 'y', 'z'],
  withShift: ['Delete'],
  alone: ['/'],
};

/** Holds keys until the commands are there; without a network that is when it is back. */
export function createHeldKeys(load: () => Promise<readonly Command[]>): HeldKeys {
  const held: HeldKey[] = [];
  let commands: readonly Command[] | undefined;
  let loading: Promise<void> | undefined;
  let servant: KeyServant | undefined;

  function fetch(): Promise<void> {
    loading ??= load().then(
      (loaded) => {
        commands = loaded;
        release(loaded);
      },
      () => {
        loading = undefined;
      },
    );
    return loading;
  }

  function release(loaded: readonly Command[]): void {
    const selection = servant?.selection() ?? [];
    let meant = selection;
    for (const key of held.splice(0)) {
      // It is not meant for what was selected since; but for what the key before it selects.
      if (!sameIds(key.selection, meant)) servant?.select(key.selection);
      meant = key.selection;
      servant?.act(key.event, loaded);
    }
    // The next key is meant for what was selected since.
    if (!sameIds(selection, meant)) servant?.select(selection);
  }

  return {
    press: (event) => {
      if (commands) return servant?.act(event, commands);
      held.push({ event, selection: servant?.selection() ?? [] });
      if (isBrowsersOwn(event)) event.preventDefault();
      void fetch();
    },
    serve: (served) => {
      servant = served;
      window.addEventListener('online', fetch);
      return () => {
        servant = undefined;
        window.removeEventListener('online', fetch);
      };
    },
    fetch,
  };
}

function isBrowsersOwn({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const { withMod, withShift, alone } = BROWSERS_OWN;
  if (ctrlKey || metaKey) return withMod.includes(key.toLowerCase());
  return (shiftKey && withShift.includes(key)) || alone.includes(key);
}
