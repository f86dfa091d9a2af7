import { HttpError, StepError } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { openHttp } from '../testing/open-http.ts';
import { startReplayServer } from '../testing/replay-server.ts';
import { findAddedAction } from './find-added-action.ts';
import { readHaloError } from './read-halo-error.ts';

/** Read to its end from each of its characters, this keeps a process busy for half a minute. */
const many = 200_000;

test.each([' ', '\n', "Path '", 'required ', 'a ', '<', '['])(
  'an error made of %j again and again is read at once',
  (part) => {
    const body = `x${part.repeat(many)}x`;
    const error = new HttpError('status', 'Status 400.', { status: 400, body });
    const read = readHaloError(error, { doing: 'create the ticket' });
    expect(read).toBeInstanceOf(StepError);
    expect((read as StepError).failure.message.length).toBeLessThan(1000);
  },
);

test.each(['<', '<a ', '&', '&a', '&#', ' '])(
  'a note made of %j again and again is compared at once',
  async (part) => {
    const note = part.repeat(many);
    const now = new Date().toISOString();
    const action = { id: 1, ticket_id: 7, outcome_id: 1, note, actiondatecreated: now };
    const body = { record_count: 1, actions: [action] };
    const server = await startReplayServer([
      { request: { method: '', path: '' }, answer: { status: 200, body } },
    ]);
    const sent = { ticket_id: 7, outcome_id: 1, note: 'something else' };
    const since = Date.parse(now) - 60_000;
    const found = await findAddedAction(
      openHttp({ baseUrl: server.url, headers: {} }),
      sent,
      since,
    );
    expect(server.seen).toHaveLength(1);
    expect(found).toBeUndefined();
    await server.close();
  },
);
