import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { later, useSpared } from './later.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

test('a part is fetched when it is first shown, and only once', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting));
  const Part = later(load);
  expect(load).not.toHaveBeenCalled();

  render(<Part name="Ada" />);
  expect(screen.queryByText('Hello Ada')).toBeNull();
  expect(await screen.findByText('Hello Ada')).toBeTruthy();

  render(<Part name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

test('what is to be waited with stands there until the part does', async () => {
  const Part = later(
    () => Promise.resolve(Greeting),
    () => <p>One moment</p>,
  );
  render(<Part name="Ada" />);
  expect(screen.getByText('One moment')).toBeTruthy();
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  expect(screen.queryByText('One moment')).toBeNull();
});

test('a part that was fetched before is there with the first drawing', async () => {
  const Part = later(() => Promise.resolve(Greeting));
  await Part.fetch();
  render(<Part name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
});

test('a part whose fetch without a network fails only once the network is back is fetched again', async () => {
  vi.useFakeTimers();
  const load = vi.fn(() => Promise.resolve(Greeting));
  load.mockRejectedValueOnce(new Error('Offline'));
  const Part = later(load);
  render(<Part name="Ada" />);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});

test('a script that cannot be fetched at last is a failure of the page, and is asked for again', async () => {
  vi.useFakeTimers();
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn(() => Promise.resolve(Greeting));
  for (let time = 0; time < 4; time += 1) load.mockRejectedValueOnce(new Error('Gone'));
  const Part = later(load);
  render(
    <Boundary>
      <Part name="Ada" />
    </Boundary>,
  );
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(screen.getByText('Failed: Gone')).toBeTruthy();
  cleanup();

  render(<Part name="Ada" />);
  await act(() => Part.fetch());
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  silence.mockRestore();
});

test('without a network a part waits, and is shown once the network is back', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const answers = [Promise.reject(new Error('Offline'))];
  const load = vi.fn(() => answers.shift() ?? Promise.resolve(Greeting));
  const Part = later(load);
  render(<Part name="Ada" />);
  await act(() => vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1)));
  expect(screen.queryByText('Hello Ada')).toBeNull();

  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  online.mockRestore();
});

test('a part that can be spared fails silently, and is asked for again when the network is back', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting));
  load.mockRejectedValueOnce(new Error('Offline'));
  const Part = later(load);
  function Page() {
    const [isHere] = useSpared(Part, 0);
    return isHere ? <Part name="Ada" /> : <p>Drawn without it</p>;
  }
  render(<Page />);
  await act(() => vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1)));
  expect(screen.getByText('Drawn without it')).toBeTruthy();

  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
});

test('what stands in for a part is shown until its script is there', async () => {
  const Part = later(
    () => Promise.resolve(Greeting),
    ({ name }) => <p>Waiting for {name}</p>,
  );
  render(<Part name="Ada" />);
  expect(screen.getByText('Waiting for Ada')).toBeTruthy();
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  expect(screen.queryByText('Waiting for Ada')).toBeNull();
});

class Boundary extends Component<{ readonly children: ReactNode }, { readonly why?: string }> {
  override state: { readonly why?: string } = {};
  static getDerivedStateFromError(error: Error) {
    return { why: error.message };
  }
  override render() {
    return this.state.why === undefined ? this.props.children : `Failed: ${this.state.why}`;
  }
}
