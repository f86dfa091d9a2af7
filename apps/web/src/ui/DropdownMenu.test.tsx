import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
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

test('an item that is chosen does what it says, and closes the menu', async () => {
  const copy = vi.fn();
  render(<Example onCopy={copy} />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));
  expect(copy).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).toBeNull();
});

function Example({ onCopy = () => {} }: { readonly onCopy?: () => void }) {
  return (
    <DropdownMenu
      trigger={<button type="button">More</button>}
      groups={[[{ label: 'Copy', onSelect: onCopy }], [{ label: 'Delete', onSelect: () => {} }]]}
    />
  );
}
