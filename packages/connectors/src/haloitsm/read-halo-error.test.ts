import { type FaultKind } from '@sluice/halo-simulator';
import { HttpError, StepError } from '@sluice/connector-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../testing/halo-desk.ts';
import { inputOf } from './halo-fields.ts';
import { ticketFields } from './halo-ticket.ts';
import { readHaloError } from './read-halo-error.ts';
import { addAction } from './steps/add-action.ts';

let desk: HaloDesk;
let ticketId: number;
beforeAll(async () => {
  desk = await openHaloDesk();
  ({ id: ticketId } = await desk.halo.logTicket({ summary: 'Disk full' }));
});
afterAll(() => desk.halo.close());

const spoilt: readonly [FaultKind, object][] = [
  [
    'bad-request-string',
    { code: 'refused', status: 400, message: /Priority Description must not be blank\.$/ },
  ],
  [
    'bad-request-fields',
    {
      code: 'invalid-input',
      input: 'outcome',
      message: /Outcome: Could not convert string to integer: not-a-number\.$/,
    },
  ],
  ['bad-request-exception', { code: 'refused', message: /A database error occurred \(515\)/ }],
  ['bad-request-array', { code: 'refused', message: /asks for a list/ }],
  ['bad-request-result-code', { code: 'refused', message: /The request could not be read\.$/ }],
  ['bad-request-error', { code: 'refused', message: /The request could not be read\.$/ }],
  ['unauthorized', { code: 'not-authorised', status: 401 }],
  ['forbidden', { code: 'not-authorised', status: 403, hint: /edit:tickets/ }],
  ['not-found', { code: 'not-found', status: 404 }],
  ['rate-limit-with-retry-after', { code: 'unavailable', status: 429, retryAfterSeconds: 5 }],
  ['rate-limit-without-retry-after', { code: 'unavailable', status: 429 }],
  ['server-error', { code: 'unavailable', status: 500, outcomeUnknown: true }],
  ['bad-gateway', { code: 'unavailable', status: 502, outcomeUnknown: true }],
  ['gateway-timeout', { code: 'unavailable', status: 504, outcomeUnknown: true }],
  ['down', { code: 'unavailable', outcomeUnknown: true }],
  ['drop-answer', { code: 'unavailable', outcomeUnknown: true }],
  ['truncate-answer', { code: 'unavailable', outcomeUnknown: true }],
];

test.each(spoilt)('%s becomes one clear failure', async (kind, expected) => {
  desk.halo.setQuirks({ failNext: { kind, count: 1, path: '/api/Actions' } });
  const error = await desk
    .run(addAction, { ticketId, outcome: '7', note: 'Looking' })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StepError);
  const { failure } = error as StepError;
  for (const [key, value] of Object.entries(expected)) {
    const actual = failure[key as keyof typeof failure];
    if (value instanceof RegExp) expect(String(actual)).toMatch(value);
    else expect(actual).toBe(value);
  }
  expect(failure.message).not.toMatch(/undefined|\[object/);
  expect(failure.hint).toMatch(/\.$/);
});

const task = { doing: 'create the ticket', inputOf: inputOf(ticketFields) };
const read = (body: unknown, status = 400) =>
  (readHaloError(new HttpError('status', '', { status, body }), task) as StepError).failure;

test.each([
  ['Summary must not be blank', 'summary'],
  ['The following mandatory fields must be completed: Details, Category', 'details'],
  ['Please select a Category', 'category1'],
  ['A Site is required', 'siteId'],
  [{ '[0].tickettype_id': ['Could not convert string to integer: x.'] }, 'ticketTypeId'],
  [{ '[0].customfields[2].value': ['Bad.'] }, undefined],
  ['Priority Description must not be blank', undefined],
  ['This summary is used by somebody else', undefined],
])('%j names %s', (body, input) => {
  expect(read(body).input).toBe(input);
});

test.each([null, undefined, '', [], {}, 7, { Message: null }, { a: { b: 1 } }, '<html>No</html>'])(
  'a body of %j still makes a sentence',
  (body) => {
    expect(read(body).message).toBe(
      'Halo refused to create the ticket (status 400) and gave no reason.',
    );
  },
);

test('a long text is cut', () => {
  expect(read('x'.repeat(100_000)).message.length).toBeLessThan(500);
});

test('nothing was sent: the outcome is known, and the hint says what to do', () => {
  const budget = new HttpError('budget', '', { retryAfterSeconds: 30 });
  const { failure } = readHaloError(budget, task) as StepError;
  expect(failure).toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
  expect(failure.outcomeUnknown).toBeUndefined();
  const forbidden = readHaloError(new HttpError('forbidden-address', ''), task) as StepError;
  expect(forbidden.failure.hint).toContain('SLUICE_OUTBOUND_ALLOW');
});

test('what is not a failed request passes through', () => {
  const bug = new TypeError('x');
  expect(readHaloError(bug, task)).toBe(bug);
});
