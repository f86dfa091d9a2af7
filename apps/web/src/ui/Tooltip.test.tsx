import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Tooltip } from './Tooltip.tsx';

afterEach(cleanup);

test('a text appears beside what the pointer rests on, describes it, and goes with Escape', async () => {
  render(<Example />);
  await userEvent.hover(screen.getByRole('button'));
  const text = await screen.findByRole('tooltip');
  expect(text.textContent).toBe('Removes the step');
  expect(screen.getByRole('button').getAttribute('aria-describedby')).toBe(text.id);

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('the pointer may go on to the text; what leaves both lets it go', async () => {
  render(<Example />);
  await userEvent.hover(screen.getByRole('button'));
  await userEvent.hover(await screen.findByRole('tooltip'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(screen.getByRole('tooltip')).toBeTruthy();

  await userEvent.unhover(screen.getByRole('tooltip'));
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
});

test('a press does what the element does, and takes the text away', async () => {
  const press = vi.fn();
  render(<Example onClick={press} />);
  await userEvent.hover(screen.getByRole('button'));
  await screen.findByRole('tooltip');
  await userEvent.click(screen.getByRole('button'));
  expect(press).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

function Example({ onClick }: { readonly onClick?: () => void }) {
  return (
    <Tooltip text="Removes the step">
      <button type="button" onClick={onClick}>
        Delete
      </button>
    </Tooltip>
  );
}
