import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FetchedPage, createPageHistory } from './page-history.ts';

beforeEach(() => window.history.pushState(null, '', '/here'));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A page whose script comes, or fails to, when the test says so. */
function slowPage() {
  let comes: () => void = () => undefined;
  let fails: (error: Error) => void = () => undefined;
  const script = new Promise<void>((resolve, reject) => {
    comes = resolve;
    fails = reject;
  });
  return {
    fetch: vi.fn(() => script),
    comes: () => comes(),
    fails: (error: Error) => fails(error),
  };
}

const ready: FetchedPage = { fetch: () => Promise.resolve() };

function historyOf(pages: Readonly<Record<string, FetchedPage>>) {
  const show = vi.fn();
  return { show, ...createPageHistory((path) => pages[path], show) };
}

test('the script of the first page is asked for at once', () => {
  const page = slowPage();
  historyOf({ '/here': page });
  expect(page.fetch).toHaveBeenCalled();
});

test('the address stays until the script of the next page is there', async () => {
  const page = slowPage();
  const { go, show } = historyOf({ '/there': page });
  go('/there?q=1');
  await settled();
  expect(window.location.pathname).toBe('/here');

  page.comes();
  await settled();
  expect(window.location.pathname).toBe('/there');
  expect(show.mock.calls).toEqual([[{ path: '/there', search: '?q=1', came: 'opened' }]]);
});

test('a page whose script cannot be had is gone to, so that it says so', async () => {
  const page = slowPage();
  const { go, show } = historyOf({ '/there': page });
  go('/there');
  page.fails(new Error('Gone'));
  await settled();
  expect(show).toHaveBeenCalledWith({ path: '/there', search: '', came: 'opened' });
});

test('a page whose script takes long is gone to, so that it shows that it comes', async () => {
  vi.useFakeTimers();
  const { go, show } = historyOf({ '/there': slowPage() });
  go('/there');
  await vi.advanceTimersByTimeAsync(900);
  expect(show).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(show).toHaveBeenCalledWith({ path: '/there', search: '', came: 'opened' });
});

test('without a network a page is gone to at once, where its script is waited for', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { go, show } = historyOf({ '/there': slowPage() });
  go('/there');
  await settled();
  expect(show).toHaveBeenCalledWith({ path: '/there', search: '', came: 'opened' });
});

test('who goes elsewhere meanwhile does not end up at the page that was slow', async () => {
  const slow = slowPage();
  const { go, show } = historyOf({ '/slow': slow, '/quick': ready });
  go('/slow');
  go('/quick');
  await settled();
  slow.comes();
  await settled();
  expect(window.location.pathname).toBe('/quick');
  expect(show).toHaveBeenCalledTimes(1);
});

test('who steps back meanwhile does not end up at the page that was slow', async () => {
  const slow = slowPage();
  const { go, step, show } = historyOf({ '/slow': slow });
  go('/slow');
  step();
  slow.comes();
  await settled();
  expect(window.location.pathname).toBe('/here');
  expect(show.mock.calls).toEqual([[{ path: '/here', search: '', came: 'stepped' }]]);
});

test('what a page notes in its own address stops nobody on their way to another', async () => {
  const slow = slowPage();
  const { go } = historyOf({ '/here': ready, '/slow': slow });
  go('/slow');
  go('/here?run=1', { replace: true });
  expect(window.location.search).toBe('?run=1');
  slow.comes();
  await settled();
  expect(window.location.pathname).toBe('/slow');
});

test('within a page the address changes at once', () => {
  const { go, show } = historyOf({ '/here': ready, '/here/tab': ready });
  const { length } = window.history;
  go('/here/tab');
  expect(window.history).toHaveLength(length + 1);
  expect(show).toHaveBeenCalledWith({ path: '/here/tab', search: '', came: 'changed' });
});

test('going where one is adds no step to the history', () => {
  const { go } = historyOf({});
  const { length } = window.history;
  go('/here');
  go('/here?q=1', { replace: true });
  expect(window.history).toHaveLength(length);
});
