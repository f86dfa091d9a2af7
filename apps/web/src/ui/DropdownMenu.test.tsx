import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';
import { DropdownMenu } from './DropdownMenu.tsx';

afterEach(cleanup);

test('a menu opens from its button by key, its first item has the focus, and Escape gives it back', async () => {
  render(<Example />);
  const button = screen.getByRole('button', { name: 'More' });
  button.focus();
  await userEvent.keyboard('{Enter}');

  expect(await screen.findByRole('menu', { name: 'More' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'));
  expect(button.getAttribute('aria-expanded')).toBe('true');

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

test.each(['{ArrowDown}', '[Space]'])('%s opens a menu at its first item too', async (key) => {
  render(<Example />);
  screen.getByRole('button', { name: 'More' }).focus();
  await userEvent.keyboard(key);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'));
});

test('an item that is chosen does what it says, and closes the menu', async () => {
  const copy = vi.fn();
  render(<Example onCopy={copy} />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));
  expect(copy).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a menu opened by the pointer has no item chosen, and letters lead to an item', async () => {
  render(<Example />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const menu = await screen.findByRole('menu');
  await waitFor(() => expect(document.activeElement).toBe(menu));
  await userEvent.keyboard('d');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Delete'));
});

test('a press on the button of an open menu closes it, and it stays closed', async () => {
  const changed = vi.fn();
  render(<Example onOpenChange={changed} />);
  const button = screen.getByRole('button', { name: 'More' });
  await userEvent.click(button);
  await screen.findByRole('menu');
  await userEvent.click(button);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(changed.mock.calls.filter(([open]) => open === true)).toHaveLength(1);
  expect(changed).toHaveBeenLastCalledWith(false);
  expect(screen.getByRole('button', { name: 'More' })).toBe(button);
});

test('only the first button of the mouse opens a menu, and not with Control held', async () => {
  render(<Example />);
  const button = screen.getByRole('button', { name: 'More' });
  const user = userEvent.setup();
  await user.pointer({ keys: '[MouseRight]', target: button });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{Control>}');
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{/Control}');
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
});

test('a menu whose owner keeps it open asks the owner to close it', async () => {
  const changed = vi.fn();
  render(<Example open onOpenChange={changed} />);
  await screen.findByRole('menu', { name: 'More' });
  await userEvent.keyboard('{Escape}');
  expect(changed.mock.calls).toEqual([[false]]);
  expect(screen.getByRole('menu')).toBeTruthy();
});

test('in a dialog, Escape closes the menu first and leaves the dialog', async () => {
  const closed = vi.fn();
  render(
    <Dialog open onOpenChange={closed} title="Settings">
      <Example />
    </Dialog>,
  );
  const button = screen.getByRole('button', { name: 'More' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(closed).not.toHaveBeenCalled();
});

interface ExampleProps {
  readonly onCopy?: () => void;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

function Example({ onCopy = () => {}, ...rest }: ExampleProps) {
  return (
    <DropdownMenu
      {...rest}
      trigger={<button type="button">More</button>}
      groups={[[{ label: 'Copy', onSelect: onCopy }], [{ label: 'Delete', onSelect: () => {} }]]}
    />
  );
}
