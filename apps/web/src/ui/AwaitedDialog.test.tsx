import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { AwaitedDialog } from './AwaitedDialog.tsx';

afterEach(cleanup);

test('that a dialog comes is said only once that takes a moment', async () => {
  render(<AwaitedDialog onClose={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('');
  expect(await screen.findByText('Loading')).toBeTruthy();
});

test('who presses Escape, or Cancel, no longer waits for the dialog', async () => {
  const onClose = vi.fn();
  render(<AwaitedDialog onClose={onClose} />);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledTimes(2);
});
