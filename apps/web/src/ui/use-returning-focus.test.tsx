import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useReturningFocus } from './use-returning-focus.ts';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

test('the focus goes back to what had it when the dialog opened', () => {
  const opener = addButton();
  const dialog = openDialog();
  const event = dialog.close();
  expect(document.activeElement).toBe(opener);
  expect(event.defaultPrevented).toBe(true);
});

test('what took the focus before it was given back keeps it', () => {
  addButton();
  const dialog = openDialog();
  dialog.leave();
  const next = addButton();
  const event = dialog.giveBack();
  expect(document.activeElement).toBe(next);
  expect(event.defaultPrevented).toBe(true);
});

test('a dialog that opens before the focus was given back gives it back to where it came from', () => {
  const opener = addButton();
  const first = openDialog();
  first.leave();
  const second = openDialog();
  first.giveBack();
  expect(document.activeElement).toBe(second.inside);
  second.close();
  expect(document.activeElement).toBe(opener);
});

test('where the focus came from is gone: whatever else there is decides', () => {
  const opener = addButton();
  const dialog = openDialog();
  opener.remove();
  expect(dialog.close().defaultPrevented).toBe(false);
});

function addButton(): HTMLElement {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  return button;
}

/** As the dialogs of the library do: they take the focus, and ask for its return once they are gone. */
function openDialog() {
  const hook = renderHook(() => useReturningFocus(true));
  const inside = addButton();
  const returnFocus = hook.result.current;

  function leave(): void {
    inside.remove();
    hook.unmount();
  }
  function giveBack(): Event {
    const event = new Event('close', { cancelable: true });
    returnFocus(event);
    return event;
  }
  function close(): Event {
    leave();
    return giveBack();
  }
  return { inside, leave, giveBack, close };
}
