import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Switch } from './Switch.tsx';

afterEach(cleanup);

test('a switch asks to be turned over by a press on it or its label, and by key', async () => {
  const onChange = vi.fn();
  const { rerender } = render(<Switch label="Enabled" checked={false} onChange={onChange} />);
  const button = screen.getByRole('switch', { name: 'Enabled', checked: false });
  await userEvent.click(button);
  await userEvent.click(screen.getByText('Enabled'));
  await userEvent.keyboard(' ');
  expect(onChange.mock.calls).toEqual([[true], [true], [true]]);

  rerender(<Switch label="Enabled" checked onChange={onChange} />);
  await userEvent.click(screen.getByRole('switch', { name: 'Enabled', checked: true }));
  expect(onChange).toHaveBeenLastCalledWith(false);
});

test('a switch that is disabled stays as it is', async () => {
  const onChange = vi.fn();
  render(<Switch label="Enabled" checked disabled onChange={onChange} />);
  await userEvent.click(screen.getByRole('switch', { name: 'Enabled' }));
  expect(onChange).not.toHaveBeenCalled();
});
