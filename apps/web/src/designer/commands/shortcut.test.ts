import { expect, test } from 'vitest';
import { isPressed, keyCaps } from './shortcut.ts';

test.each([
  ['d', { key: 'd' }, true],
  ['d', { key: 'D', shiftKey: true }, false],
  ['d', { key: 'd', ctrlKey: true }, false],
  ['Mod+Shift+z', { key: 'Z', ctrlKey: true, shiftKey: true }, true],
  ['Mod+Shift+z', { key: 'z', metaKey: true, shiftKey: true }, true],
  ['Mod+z', { key: 'z', ctrlKey: true, shiftKey: true }, false],
  ['Alt+Shift+ArrowLeft', { key: 'ArrowLeft', altKey: true, shiftKey: true }, true],
  ['?', { key: '?', shiftKey: true }, true],
  ['+', { key: '+' }, true],
])('%s is pressed by %o: %s', (shortcut, keys, answer) => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(isPressed(shortcut, { ...none, ...keys })).toBe(answer);
});

test('keys are shown as they stand on the keyboard', () => {
  expect(keyCaps('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyCaps('Alt+ArrowLeft', false)).toEqual(['Alt', '←']);
});
