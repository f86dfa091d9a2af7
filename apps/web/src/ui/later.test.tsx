import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { later, useSpared } from './later.tsx';

afterEach(cleanup);

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

test('a script that cannot be fetched is a failure of the page, and is asked for again', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn(() => Promise.resolve(Greeting));
  load.mockRejectedValueOnce(new Error('Gone'));
  const Part = later(load);
  render(
    <Boundary>
      <Part name="Ada" />
    </Boundary>,
  );
  expect(await screen.findByText('Failed: Gone')).toBeTruthy();
  cleanup();

  render(<Part name="Ada" />);
  await act(() => Part.fetch());
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  silence.mockRestore();
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
