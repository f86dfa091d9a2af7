import { expect, test, vi } from 'vitest';
import type { Command } from './command.ts';
import { commandList } from './command-list.ts';
import { createHeldKeys } from './held-keys.ts';

function key(name: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key: name, cancelable: true, ...init });
}

test('a key pressed before the commands are there acts when they are, once and in its turn', async () => {
  let arrive: (commands: readonly Command[]) => void = () => undefined;
  const keys = createHeldKeys(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
  );
  const acted: string[] = [];
  keys.serve((event) => acted.push(event.key));

  keys.press(key('a'));
  keys.press(key('d'));
  expect(acted).toEqual([]);
  arrive(commandList);
  await vi.waitFor(() => expect(acted).toHaveLength(2));
  keys.press(key('l'));

  expect(acted).toEqual(['a', 'd', 'l']);
});

test('without a network the key acts once that is back', async () => {
  let isOnline = false;
  const keys = createHeldKeys(() =>
    isOnline ? Promise.resolve(commandList) : Promise.reject(new Error('Failed to fetch')),
  );
  const act = vi.fn();
  keys.serve(act);
  keys.press(key('a'));
  // The key asks, in vain.
  await new Promise((resolve) => setTimeout(resolve));
  isOnline = true;

  window.dispatchEvent(new Event('online'));

  await vi.waitFor(() => expect(act).toHaveBeenCalledOnce());
});

test('whoever left the page is not served any more', async () => {
  const keys = createHeldKeys(() => Promise.resolve(commandList));
  const act = vi.fn();
  const leave = keys.serve(act);
  keys.press(key('a'));
  leave();
  await new Promise((resolve) => setTimeout(resolve));

  expect(act).not.toHaveBeenCalled();
});

test('what a browser would do itself at a key of a command, it does not do meanwhile', () => {
  const keys = createHeldKeys(() => new Promise(() => undefined));
  const shortcuts = commandList
    .filter(({ keysOnlyShown }) => keysOnlyShown !== true)
    .flatMap((command) => command.keys ?? [])
    .filter((shortcut) => /^Mod\+|^\/$|^Shift\+Delete$/.test(shortcut));

  for (const shortcut of shortcuts) {
    const pressed = key(shortcut.split('+').at(-1) ?? '', {
      ctrlKey: shortcut.startsWith('Mod'),
      shiftKey: shortcut.startsWith('Shift'),
    });
    keys.press(pressed);
    expect([shortcut, pressed.defaultPrevented]).toEqual([shortcut, true]);
  }
  const reload = key('r', { ctrlKey: true });
  keys.press(reload);
  expect(reload.defaultPrevented).toBe(false);
});
