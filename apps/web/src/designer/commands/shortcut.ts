import { keyName } from '../../ui/key-name.ts';

/**
 * A key with its modifiers, such as `Mod+Shift+z`: the name of a key as browsers call it, letters
 * small. `Mod` is Ctrl, on a Mac ⌘.
 */
export type Shortcut = string;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a pressed key is this shortcut. Signs that some keyboards need Shift for ignore Shift. */
export function isPressed(shortcut: Shortcut, event: Pressed): boolean {
  const { key, modifiers } = partsOf(shortcut);
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (pressed !== key) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return (
    (event.ctrlKey || event.metaKey) === modifiers.has('Mod') &&
    event.altKey === modifiers.has('Alt') &&
    (isSign || event.shiftKey === modifiers.has('Shift'))
  );
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The caps of a shortcut's keys, in the order in which they are pressed. */
export function keyCaps(shortcut: Shortcut, isMac = onMac()): string[] {
  const { key, modifiers } = partsOf(shortcut);
  const words = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
  const caps = [
    ...(['Mod', 'Alt', 'Shift'] as const).flatMap((name) =>
      modifiers.has(name) ? [words[name]] : [],
    ),
    signs[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ];
  return isMac ? caps : caps.map(keyName);
}

function partsOf(shortcut: Shortcut) {
  const parts = shortcut.split(/(?<=.)\+/);
  return { key: parts.at(-1) ?? '', modifiers: new Set(parts.slice(0, -1)) };
}

function onMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
