import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Link, Redirect, Route, Switch, useParams } from 'wouter';
import { useAddress } from '../ui/use-address.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PageRouter } from './PageRouter.tsx';

beforeEach(() => window.history.pushState(null, '', '/'));
afterEach(cleanup);

function Product() {
  return (
    <PageRouter pages={{}}>
      <Link to="/flows/night%20desk?q=100%2525">Open</Link>
      <Link to="/broken">Break</Link>
      <Link to="/moved">Moved</Link>
      <ErrorBoundary>
        <Switch>
          <Route path="/">First page</Route>
          <Route path="/flows/:flowId" component={Flow} />
          <Route path="/broken" component={Broken} />
          <Route path="/moved">
            <Redirect to="/flows/2" replace />
          </Route>
          <Route>Nothing here</Route>
        </Switch>
      </ErrorBoundary>
    </PageRouter>
  );
}

function Flow() {
  const { flowId } = useParams();
  const [search, change, reset] = useAddress();
  return (
    <>
      <p>
        Flow {flowId}, {search.get('q')}
      </p>
      <button
        onClick={() => {
          change({ q: 'a+b & %41' });
          change({ run: '7' });
        }}
      >
        Change
      </button>
      <button onClick={reset}>Reset</button>
    </>
  );
}

function Broken(): never {
  throw new Error('It broke');
}

test('a link opens its page, with what its path and query name', async () => {
  render(<Product />);
  await userEvent.click(screen.getByText('Open'));
  expect(screen.getByText('Flow night desk, 100%25')).toBeTruthy();
});

test('a step back shows the page before', async () => {
  render(<Product />);
  await userEvent.click(screen.getByText('Open'));
  act(() => window.history.back());
  expect(await screen.findByText('First page')).toBeTruthy();
});

test('an address that leads on is not a step of the history', async () => {
  render(<Product />);
  const { length } = window.history;
  await userEvent.click(screen.getByText('Moved'));
  expect(screen.getByText(/^Flow 2/)).toBeTruthy();
  expect(window.history).toHaveLength(length + 1);
});

test('parts of the query change one after another, without a step in the history', async () => {
  window.history.replaceState(null, '', '/flows/1?q=x');
  render(<Product />);
  const { length } = window.history;
  await userEvent.click(screen.getByText('Change'));
  expect(screen.getByText('Flow 1, a+b & %41')).toBeTruthy();
  expect(new URLSearchParams(window.location.search).get('run')).toBe('7');

  await userEvent.click(screen.getByText('Reset'));
  expect(window.location.search).toBe('');
  expect(window.history).toHaveLength(length);
});

test('a page that broke says so, and is left by going elsewhere', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  render(<Product />);
  await userEvent.click(screen.getByText('Break'));
  expect(screen.getByRole('alert').textContent).toContain('It broke');
  await userEvent.click(screen.getByText('Open'));
  expect(screen.getByText(/^Flow night desk/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  silence.mockRestore();
});
