import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem, problemOf } from './api-problem.ts';
import { onUnauthorised, queryOf, request } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

test('an answer without a body is undefined', async () => {
  answer(new Response(undefined, { status: 204 }));

  expect(await request('DELETE', '/flows/1')).toBeUndefined();
});

test('a problem document becomes an error with its words and its fields', async () => {
  answer(
    new Response(
      JSON.stringify({
        title: 'The request is wrong',
        detail: 'One field is wrong.',
        errors: [{ path: 'name', message: 'A name is needed.' }],
      }),
      { status: 400, headers: { 'content-type': 'application/problem+json' } },
    ),
  );

  const error = await request('POST', '/flows', { body: {} }).catch((caught: unknown) => caught);

  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ status: 400, message: 'One field is wrong.' });
  expect(problemOf(error, 'name')).toBe('A name is needed.');
  expect(problemOf(error, 'email')).toBeUndefined();
});

test('an error page that is not JSON still becomes a sentence', async () => {
  answer(
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
  );

  await expect(request('GET', '/flows')).rejects.toThrow('Something failed in the server.');
});

test('a server that cannot be reached is a problem with status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

  await expect(request('GET', '/flows')).rejects.toMatchObject({ status: 0 });
});

test('an answer of 401 tells that nobody is logged in', async () => {
  const told = vi.fn();
  onUnauthorised(told);
  answer(new Response(undefined, { status: 401 }));

  await expect(request('GET', '/flows')).rejects.toMatchObject({ status: 401 });
  expect(told).toHaveBeenCalledOnce();
});

test('a query leaves out what is not given', () => {
  expect(queryOf({ q: 'a b&c', status: undefined, cursor: '' })).toBe('?q=a+b%26c');
  expect(queryOf({})).toBe('');
});

function answer(response: Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(response));
}
