import { type RunDetail, type RunEvent, type RunSummary, openRun } from '@sluice/schema';
import { expect, test } from 'vitest';
import { type RunPages, isOvergrown, joined, patchRunDetail, patchRunPages } from './patch-runs.ts';

test('news of a run that is listed replaces it where it stands', () => {
  const list = pages([run('b'), run('a')]);

  const next = patchRunPages(list, {}, run('a', { status: 'failed' }));

  expect(next.pages[0]?.items.map((each) => [each.id, each.status])).toEqual([
    ['b', 'running'],
    ['a', 'failed'],
  ]);
});

test('a new run comes first, on the first page only', () => {
  const next = patchRunPages(pages([run('b')], [run('a')]), {}, run('c'));

  expect(next.pages.map((page) => page.items.map((each) => each.id))).toEqual([['c', 'b'], ['a']]);
});

test('a new run that does not fit the filter leaves the list as it is', () => {
  const list = pages([run('a')]);

  expect(patchRunPages(list, { flowId: 'other' }, run('b'))).toBe(list);
  expect(patchRunPages(list, { status: 'failed' }, run('b'))).toBe(list);
  expect(patchRunPages(list, { triggerId: 'other' }, run('b'))).toBe(list);
  expect(patchRunPages(list, { test: true }, run('b'))).toBe(list);
  expect(patchRunPages(list, { q: 'printer' }, run('b'))).toBe(list);
  expect(patchRunPages(list, { from: '2030-01-01T00:00:00Z' }, run('b'))).toBe(list);
});

test('a listed run that no longer fits the filter leaves the list', () => {
  const next = patchRunPages(
    pages([run('a')]),
    { status: 'running' },
    run('a', { status: 'succeeded' }),
  );

  expect(next.pages[0]?.items).toEqual([]);
});

test('a run that was found by something it holds stays in the list when there is news of it', () => {
  const found = patchRunPages(pages([run('a')]), { q: 'printer' }, run('a', { status: 'failed' }));
  expect(found.pages[0]?.items).toMatchObject([{ id: 'a', status: 'failed' }]);
});

test('a new run joins a searched list when its title has all the words', () => {
  const joined = (q: string) => patchRunPages(pages([]), { q }, run('a')).pages[0]?.items.length;
  expect(['full dis', '#7', 'a'].map(joined)).toEqual([1, 1, 1]);
  expect(['printer', 'disk printer', '%'].map(joined)).toEqual([0, 0, 0]);
});

test('a first page that news alone made long asks to be fetched afresh', () => {
  const long = Array.from({ length: 301 }, (_, index) => run(String(index)));

  expect(isOvergrown(pages(long))).toBe(true);
  expect(isOvergrown(pages([run('a')]))).toBe(false);
});

test('events of a message are folded into the detail, which keeps what a run does not have', () => {
  const next = patchRunDetail(detail(), message(started(1), succeeded()));

  expect(next.steps['create']).toMatchObject({ status: 'succeeded', outputs: { ticketId: 7 } });
  expect(next.flowName).toBe('Halo');
  expect(next.drawing).toEqual({ nodes: [], edges: [] });
});

test('an event that the detail already holds is not folded twice', () => {
  const once = patchRunDetail(detail(), message(started(1), succeeded()));

  const twice = patchRunDetail(once, message(succeeded()));

  expect(twice.steps['create']?.report?.log).toEqual(['Created ticket 7']);
});

test('an old start does not set a later attempt back', () => {
  const second = patchRunDetail(detail(), message(started(1), started(2)));

  expect(patchRunDetail(second, message(started(1))).steps['create']?.attempt).toBe(2);
});

test('a step that waited is seen to go on, though its attempt is the same', () => {
  const why = 'There is no room.';
  const until = '2026-01-01T00:00:05Z';
  const waiting: RunEvent = {
    type: 'step.waiting',
    at: '2026-01-01T00:00:02Z',
    nodeId: 'create',
    until,
    why,
  };
  const waits = patchRunDetail(detail(), message(started(1), waiting));
  expect(patchRunDetail(waits, message(started(1), waiting))).toEqual(waits);

  const goesOn = patchRunDetail(waits, message({ ...started(1), at: until } as RunEvent));
  expect(goesOn.steps['create']).toMatchObject({ status: 'running', attempt: 1 });
  expect(patchRunDetail(goesOn, message(waiting)).steps['create']?.status).toBe('running');
});

test('the message that ends a run settles its status', () => {
  const ended = patchRunDetail(
    detail(),
    message(started(1), succeeded(), { type: 'run.finished', at: '2026-01-01T00:00:03Z' }),
  );

  expect(ended.status).toBe('succeeded');
  expect(ended.finishedAt).toBe('2026-01-01T00:00:03Z');
});

test('messages that came together are told as one for each run, in their order', () => {
  const other = { run: run('b'), events: [started(1)] };

  const told = joined([message(started(1)), other, message(succeeded())]);

  expect(told.map(({ events }) => events.map(({ type }) => type))).toEqual([
    ['step.started', 'step.succeeded'],
    ['step.started'],
  ]);
});

test('a retried run is open again, and told twice it stays as it has gone on', () => {
  const failure = { code: 'refused', message: 'No.' } as const;
  const failed: RunEvent[] = [
    started(1),
    { type: 'step.failed', at: '2026-01-01T00:00:02Z', nodeId: 'create', failure, exits: [] },
    { type: 'run.finished', at: '2026-01-01T00:00:03Z' },
  ];
  const retried: RunEvent = { type: 'run.retried', at: '2026-01-01T00:00:04Z', by: 'Ada' };

  const open = patchRunDetail(patchRunDetail(detail(), message(...failed)), message(retried));
  expect(open).toMatchObject({ status: 'running', flowName: 'Halo', retries: [{ by: 'Ada' }] });
  expect(open.finishedAt).toBeUndefined();
  const again = patchRunDetail(patchRunDetail(open, message(started(2))), message(retried));
  expect(again.retries).toHaveLength(1);
  expect(again.steps['create']).toMatchObject({ status: 'running', attempt: 2 });
});

function pages(...items: readonly (readonly RunSummary[])[]): RunPages {
  return { pages: items.map((each) => ({ items: each })), pageParams: items.map(String) };
}

function run(id: string, part: Partial<RunSummary> = {}): RunSummary {
  return {
    id,
    flowId: 'flow',
    flowName: 'Halo',
    flowVersion: 1,
    status: 'running',
    title: '#7 Disk full',
    startedAt: '2026-01-01T00:00:00Z',
    test: false,
    triggerId: 'trigger',
    triggerName: 'HaloITSM Incidents',
    ...part,
  };
}

function detail(): RunDetail {
  const opened = openRun({
    type: 'run.started',
    at: '2026-01-01T00:00:00Z',
    runId: 'a',
    flowId: 'flow',
    flowVersion: 1,
    triggerId: 'trigger',
    outputs: {},
  });
  const drawing = { nodes: [], edges: [] };
  const about = { flowName: 'Halo', title: '#7 Disk full', test: false, calledRuns: [] };
  return { ...opened, ...about, drawing };
}

function message(...events: readonly RunEvent[]) {
  return { run: run('a'), events };
}

function started(attempt: number): RunEvent {
  const at = '2026-01-01T00:00:01Z';
  return { type: 'step.started', at, nodeId: 'create', attempt, inputs: {} };
}

function succeeded(): RunEvent {
  return {
    type: 'step.succeeded',
    at: '2026-01-01T00:00:02Z',
    nodeId: 'create',
    outputs: { ticketId: 7 },
    exits: ['next'],
    report: { log: ['Created ticket 7'], exchanges: [] },
  };
}
