import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const fetch = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.stubGlobal(
    'fetch',
    fetch.mockImplementation(async () => new Response('')),
  );
  show('A page');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.resetModules();
  fetch.mockReset();
  document.head.replaceChildren();
});

/** Has the page as it is once this is drawn. */
function show(html: string): void {
  document.body.innerHTML = `<div id="root">${html}</div>`;
}

/** As a page that was just opened has it: it knows of no file yet. */
async function opened() {
  return (await import('./import-script.ts')).importScript;
}

function asked(): string[] {
  return fetch.mock.calls.map(([url]) => new URL(url).pathname);
}

test('a script is imported once every file that it needs is here, and no file is asked for twice', async () => {
  const importScript = await opened();
  const answers: (() => void)[] = [];
  fetch.mockImplementation(
    () => new Promise((resolve) => answers.push(() => resolve(new Response('')))),
  );
  const load = vi.fn(async () => 'a dialog');

  const imported = importScript(load, ['assets/a.js', 'assets/b.js']);
  const other = importScript(async () => 'another', ['assets/b.js']);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(load).not.toHaveBeenCalled();
  answers[1]?.();

  expect(await imported).toBe('a dialog');
  expect(await other).toBe('another');
  expect(asked()).toEqual(['/assets/a.js', '/assets/b.js']);
});

test('what the page came with is not asked for again', async () => {
  const importScript = await opened();
  document.head.innerHTML = '<script type="text/plain" src="/assets/main.js"></script>';
  expect(await importScript(async () => 'here', ['assets/main.js'])).toBe('here');
  expect(fetch).not.toHaveBeenCalled();
});

test('a file that fails as the network comes back is asked for again before anything is imported', async () => {
  const importScript = await opened();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const load = vi.fn(async () => 'a dialog');
  const imported = importScript(load, ['assets/a.js']);

  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledTimes(1);
  online.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);

  expect(await imported).toBe('a dialog');
  expect(load).toHaveBeenCalledTimes(1);
  expect(fetch).toHaveBeenCalledTimes(3);
});

test('what was asked of a network that was gone is asked anew when it is back', async () => {
  const importScript = await opened();
  fetch.mockImplementationOnce(
    (_url, { signal } = {}) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      ),
  );
  const imported = importScript(async () => 'a page', ['assets/a.js']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event('online'));
  expect(await imported).toBe('a page');
});

test('a file that the server does not give for some seconds fails the import, and can be asked for later', async () => {
  const importScript = await opened();
  fetch.mockImplementation(async () => new Response('', { status: 502 }));
  const load = vi.fn(async () => 'a dialog');
  const failure = importScript(load, ['assets/a.js']).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await failure).toMatchObject({ name: 'MissingFile', status: 502 });
  expect(fetch).toHaveBeenCalledTimes(4);
  expect(load).not.toHaveBeenCalled();

  fetch.mockImplementation(async () => new Response(''));
  expect(await importScript(load, ['assets/a.js'])).toBe('a dialog');
});

test('a file that is gone from the server fails the import at once', async () => {
  const importScript = await opened();
  fetch.mockImplementation(async () => new Response('', { status: 404 }));
  const failure = importScript(async () => 'a dialog', ['assets/a.js']);
  await expect(failure).rejects.toMatchObject({ name: 'MissingFile', status: 404 });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('styles apply before what needs them is imported', async () => {
  const importScript = await opened();
  const load = vi.fn(async () => 'a page');
  const imported = importScript(load, ['assets/a.css']);
  await vi.advanceTimersByTimeAsync(0);
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
  expect(link?.href).toMatch(/\/assets\/a\.css$/);
  expect(load).not.toHaveBeenCalled();

  link?.dispatchEvent(new Event('load'));
  expect(await imported).toBe('a page');
});

test('the first page waits for nothing but styles, and its scripts come side by side', async () => {
  show('');
  const importScript = await opened();
  const load = vi.fn(async () => 'a page');
  const imported = importScript(load, ['assets/a.js', 'assets/b.js', 'assets/a.css']);
  const links = [...document.querySelectorAll('link')];
  expect(links.map(({ rel, href }) => [rel, new URL(href).pathname])).toEqual([
    ['modulepreload', '/assets/a.js'],
    ['modulepreload', '/assets/b.js'],
    ['stylesheet', '/assets/a.css'],
  ]);
  links[2]?.dispatchEvent(new Event('load'));
  expect(await imported).toBe('a page');
  expect(fetch).not.toHaveBeenCalled();
});
