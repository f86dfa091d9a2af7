import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  document.title = 'Flows · Sluice';
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test('the first page is told by the browser, and each further one once its title is there', async () => {
  const { container } = render(<RouteAnnouncer />);
  await pass(1000);
  expect(container.textContent).toBe('');

  act(() => navigate('/signals'));
  await pass(1000);
  expect(container.textContent).toBe('');
  document.title = 'Signals · Sluice';
  await pass(1000);
  expect(container.textContent).toBe('Signals · Sluice');
});

test('what a page is renamed to while it is open is not told', async () => {
  const { container } = render(<RouteAnnouncer />);
  await pass(1000);
  act(() => navigate('/flows/1'));
  document.title = 'Night desk · Sluice';
  await pass(1000);
  document.title = 'Day desk · Sluice';
  await pass(10_000);
  expect(container.textContent).toBe('Night desk · Sluice');
});
