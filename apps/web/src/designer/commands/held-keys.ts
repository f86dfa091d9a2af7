import type { Command } from './command.ts';

/** Does what a key says, if it says anything. */
type Act = (event: KeyboardEvent, commands: readonly Command[]) => void;

/** Keys on their way to the commands, whose script comes once the drawing is there. */
export interface HeldKeys {
  /** Has a key acted on: at once, or once and in its turn when the commands are there. */
  readonly press: (event: KeyboardEvent) => void;
  /** Says who acts; returns how to end that. */
  readonly serve: (act: Act) => () => void;
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
  const held: KeyboardEvent[] = [];
  let commands: readonly Command[] | undefined;
  let loading: Promise<void> | undefined;
  let act: Act | undefined;

  function fetch(): Promise<void> {
    loading ??= load().then(
      (loaded) => {
        commands = loaded;
        for (const event of held.splice(0)) act?.(event, loaded);
      },
      () => {
        loading = undefined;
      },
    );
    return loading;
  }

  return {
    press: (event) => {
      if (commands) return act?.(event, commands);
      held.push(event);
      if (isBrowsersOwn(event)) event.preventDefault();
      void fetch();
    },
    serve: (served) => {
      act = served;
      window.addEventListener('online', fetch);
      return () => {
        act = undefined;
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
