import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ReplayForm } from './ReplayForm.tsx';

afterEach(cleanup);

test('an edited payload is run as JSON', async () => {
  const onRun = vi.fn();
  render(<ReplayForm payload='{"id":1}' busy={false} onCancel={() => {}} onRun={onRun} />);

  const field = screen.getByLabelText('Payload');
  await userEvent.clear(field);
  await userEvent.type(field, '{{"id": 2}');
  await userEvent.click(screen.getByRole('button', { name: 'Run with this payload' }));

  expect(onRun).toHaveBeenCalledExactlyOnceWith({ id: 2 });
});

test('what is not JSON is refused beside the field', async () => {
  const onRun = vi.fn();
  render(<ReplayForm payload="{" busy={false} onCancel={() => {}} onRun={onRun} />);

  await userEvent.click(screen.getByRole('button', { name: 'Run with this payload' }));

  expect(onRun).not.toHaveBeenCalled();
  expect(screen.getByLabelText('Payload').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/This is not JSON/)).toBeTruthy();
});
