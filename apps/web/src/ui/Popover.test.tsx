import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';
import { Popover } from './Popover.tsx';

afterEach(cleanup);

test('a popover opens from its button, takes the focus, and Escape gives it back', async () => {
  render(<Example />);
  const button = screen.getByRole('button', { name: 'Note' });
  expect(button.getAttribute('aria-haspopup')).toBe('dialog');
  expect(button.getAttribute('aria-expanded')).toBe('false');

  await userEvent.click(button);
  const popover = await screen.findByRole('dialog', { name: 'A note' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')));
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(button.getAttribute('aria-controls')).toBe(popover.id);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(button.getAttribute('aria-controls')).toBeNull();
  expect(screen.getByRole('button', { name: 'Note' })).toBe(button);
});

test('a press on the button of an open popover closes it, and it stays closed', async () => {
  const changed = vi.fn();
  render(<Example onOpenChange={changed} />);
  const button = screen.getByRole('button', { name: 'Note' });
  await userEvent.click(button);
  await screen.findByRole('dialog');
  await userEvent.click(button);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // A press outside closes one only after a moment.
  await new Promise((resolve) => setTimeout(resolve));
  expect(changed.mock.calls).toEqual([[true], [false]]);
});

test('a press elsewhere closes a popover and leaves the focus where it went', async () => {
  render(
    <>
      <Example />
      <button type="button">Elsewhere</button>
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  await screen.findByRole('dialog');
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
  await userEvent.click(elsewhere);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(elsewhere);
});

test('the focus goes where the owner of a popover says when it closes', async () => {
  const returnFocus = vi.fn();
  render(<Example returnFocus={returnFocus} />);
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  await screen.findByRole('dialog');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(returnFocus).toHaveBeenCalledTimes(1));
  expect(document.activeElement).not.toBe(screen.getByRole('button', { name: 'Note' }));
});

test('a popover whose owner says so is open at once, and asks the owner to close it', async () => {
  const changed = vi.fn();
  render(<Example open onOpenChange={changed} />);
  await screen.findByRole('dialog', { name: 'A note' });
  await userEvent.keyboard('{Escape}');
  expect(changed.mock.calls).toEqual([[false]]);
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('a button that lets nothing come of a press opens no popover', async () => {
  render(<Example onClick={(event) => event.preventDefault()} />);
  const button = screen.getByRole('button', { name: 'Note' });
  await userEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

test('in a dialog one can write in a popover, and Escape leaves the dialog', async () => {
  const closed = vi.fn();
  render(
    <Dialog open onOpenChange={closed} title="Settings">
      <Example />
    </Dialog>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  const field = await screen.findByRole('textbox');
  await userEvent.type(field, 'hello');
  expect(field).toHaveProperty('value', 'hello');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(closed).not.toHaveBeenCalled();
});

interface ExampleProps {
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly returnFocus?: () => void;
  readonly onClick?: (event: { preventDefault: () => void }) => void;
}

function Example({ onClick, ...rest }: ExampleProps) {
  return (
    <Popover
      {...rest}
      label="A note"
      trigger={
        <button type="button" onClick={onClick}>
          Note
        </button>
      }
    >
      <input />
    </Popover>
  );
}
