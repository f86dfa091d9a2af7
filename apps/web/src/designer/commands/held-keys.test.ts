import { expect, test, vi } from 'vitest';
import type { Command } from './command.ts';
import { commandList } from './command-list.ts';
import { type KeyServant, createHeldKeys } from './held-keys.ts';

function key(name: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key: name, cancelable: true, ...init });
}

/** Does as told with keys, while nothing is selected. */
function doing(act: (event: KeyboardEvent) => unknown): KeyServant {
  return { act: (event) => void act(event), selection: () => [], select: () => undefined };
}

/** Keys whose commands come when called for. */
function awaited() {
  let resolve: (commands: readonly Command[]) => void = () => undefined;
  const commands = new Promise<readonly Command[]>((resolved) => {
    resolve = resolved;
  });
  return { keys: createHeldKeys(() => commands), arrive: () => resolve(commandList) };
}

test('a key pressed before the commands are there acts when they are, once and in its turn', async () => {
  const { keys, arrive } = awaited();
  const acted: string[] = [];
  keys.serve(doing((event) => acted.push(event.key)));

  keys.press(key('a'));
  keys.press(key('d'));
  expect(acted).toEqual([]);
  arrive();
  await vi.waitFor(() => expect(acted).toHaveLength(2));
  keys.press(key('l'));

  expect(acted).toEqual(['a', 'd', 'l']);
});

test('a key acts on what was selected when it was pressed, or on what the key before it selects; the next, on what was selected since', async () => {
  const { keys, arrive } = awaited();
  let selected = ['a'];
  const acted: [string, string[]][] = [];
  keys.serve({
    act: ({ key: name }) => {
      acted.push([name, selected]);
      if (name === 'All') selected = ['a', 'b', 'c'];
    },
    selection: () => selected,
    select: (ids) => {
      selected = [...ids];
    },
  });

  keys.press(key('Delete'));
  selected = ['b'];
  keys.press(key('All'));
  keys.press(key('Disable'));
  selected = ['c'];
  arrive();

  await vi.waitFor(() =>
    expect(acted).toEqual([
      ['Delete', ['a']],
      ['All', ['b']],
      ['Disable', ['a', 'b', 'c']],
    ]),
  );
  expect(selected).toEqual(['c']);
});

test('without a network the key acts once that is back', async () => {
  let isOnline = false;
  const keys = createHeldKeys(() =>
    isOnline ? Promise.resolve(commandList) : Promise.reject(new Error('Failed to fetch')),
  );
  const act = vi.fn();
  keys.serve(doing(act));
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
  const leave = keys.serve(doing(act));
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
