import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TableRow } from './TableRow.tsx';

afterEach(cleanup);

test('a line answers to the mouse, except where a link or a button in it does', async () => {
  const open = vi.fn();
  render(
    <table>
      <tbody>
        <TableRow onClick={open}>
          <td>Night desk</td>
          <td>
            <a href="#night-desk">Link</a>
            <button type="button">
              <span>Button</span>
            </button>
          </td>
        </TableRow>
      </tbody>
    </table>,
  );
  await userEvent.click(screen.getByText('Link'));
  await userEvent.click(screen.getByText('Button'));
  expect(open).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText('Night desk'));
  expect(open).toHaveBeenCalledTimes(1);
});
