import type { RunEvent } from '@sluice/schema';
import { expect, test } from 'vitest';
import { draw } from './testing/draw.ts';
import { play, refused, startOf, succeeded, unavailable } from './testing/play.ts';

const pill = (nodeId: string, output: string) => ({ pill: { nodeId, output } });
const started = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'step.started' ? [event.nodeId] : []));

test('a step receives what an earlier step produced', async () => {
  const flow = draw('alert > create, create > note', {
    create: { summary: [{ text: 'Disk full on ' }, pill('alert', 'host')] },
    note: { id: [pill('create', 'ticketId')] },
  });
  const { run } = await play(flow, { perform: () => succeeded({ ticketId: 2041 }) });

  expect(run.steps['create']?.inputs).toEqual({ summary: 'Disk full on db-1' });
  expect(run.steps['note']?.inputs).toEqual({ id: 2041 });
  expect(run.status).toBe('succeeded');
});

test('a failed step stops its own branch and no other', async () => {
  const flow = draw('alert > broken, alert > fine, broken > after, after > last, fine > end');
  const { run } = await play(flow, {
    perform: ({ node }) => (node.id === 'broken' ? refused : succeeded()),
  });

  expect(run.status).toBe('failed');
  expect(run.steps['broken']).toMatchObject({ status: 'failed', failure: { code: 'refused' } });
  expect(run.steps['after']?.status).toBe('skipped');
  expect(run.steps['last']?.status).toBe('skipped');
  expect(run.steps['end']?.status).toBe('succeeded');
});

test('a failed step with an error exit goes on there, and the run succeeds', async () => {
  const flow = draw('alert > create, create > note, create:error > tell', {
    tell: { summary: [pill('create', 'message')] },
  });
  const { run } = await play(flow, {
    perform: ({ node }) => (node.id === 'create' ? refused : succeeded()),
  });

  expect(run.steps['note']?.status).toBe('skipped');
  expect(run.steps['tell']).toMatchObject({
    status: 'succeeded',
    inputs: { summary: 'Halo refused the ticket.' },
  });
  expect(run.status).toBe('succeeded');
});

test('exits that are not taken are dead, and branches meet again without ceremony', async () => {
  const flow = draw('alert > which, which:a > left, which:b > right, left > both, right > both');
  const { run } = await play(flow, {
    perform: ({ node }) => succeeded({}, node.id === 'which' ? ['a'] : ['next']),
  });

  expect(run.steps['right']?.status).toBe('skipped');
  expect(run.steps['both']?.status).toBe('succeeded');
});

test('two branches that meet run the meeting step once, after both', async () => {
  const { events } = await play(draw('alert > left, alert > right, left > both, right > both'));

  expect(started(events)).toEqual(['left', 'right', 'both']);
});

test('a slow branch does not hold up a fast one', async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  const { run } = await play(draw('alert > slow, alert > fast, fast > last'), {
    perform: async ({ node }) => {
      if (node.id === 'last') release();
      if (node.id === 'slow') await slow;
      return succeeded();
    },
  });

  expect(run.status).toBe('succeeded');
});

test('an ending and what it makes possible are stored together', async () => {
  const batches: string[][] = [];
  await play(draw('alert > create, create > note'), {
    ports: { record: async (events) => void batches.push(events.map(({ type }) => type)) },
  });

  expect(batches).toEqual([
    ['step.started'],
    ['step.succeeded', 'step.started'],
    ['step.succeeded', 'run.finished'],
  ]);
});

test('a required number that is not one fails the step and says so', async () => {
  const flow = draw('alert > create', { create: { id: [{ text: 'seven' }] } });
  const { run } = await play(flow);

  expect(run.steps['create']?.failure).toMatchObject({
    code: 'invalid-input',
    input: 'id',
    message: 'ID must be a number, and is “seven”.',
  });
});

test('a payload brings no markup into an HTML input, but HTML of its own may', async () => {
  const flow = draw('alert > note', {
    note: {
      note: [
        { text: '<p>' },
        pill('alert', 'host'),
        { text: '</p>' },
        pill('alert', 'detailsHtml'),
      ],
    },
  });
  const { run } = await play(flow, {
    start: { outputs: { host: '<script>', detailsHtml: '<b>down</b>' } },
  });

  expect(run.steps['note']?.inputs).toEqual({ note: '<p>&lt;script&gt;</p><b>down</b>' });
});

test('a disabled step is passed over, and one that nothing leads to never runs', async () => {
  const drawn = draw('alert > create, create > note, lost > note');
  const flow = {
    ...drawn,
    nodes: drawn.nodes.map((node) => (node.id === 'create' ? { ...node, disabled: true } : node)),
  };
  const { run, events } = await play(flow);

  expect(started(events)).toEqual(['note']);
  expect(run.status).toBe('succeeded');
});

test('a passing failure is tried again later, and the run waits meanwhile', async () => {
  const { run, events } = await play(draw('alert > create'), { perform: () => unavailable });

  expect(run.status).toBe('waiting');
  expect(events.at(-1)).toMatchObject({ type: 'step.retrying', until: '2026-01-01T00:00:05.000Z' });
});

test('a step is given up after its last attempt', async () => {
  const flow = draw('alert > create');
  let history: RunEvent[] = [startOf(flow)];
  let now = Date.parse('2026-01-01T00:00:00Z');
  let attempts = 0;
  const perform = () => ((attempts += 1), unavailable);
  for (let turn = 0; turn < 10; turn += 1) {
    const { events } = await play(flow, { history, perform, ports: { now: () => now } });
    history = [...history, ...events];
    now += 60_000;
  }

  expect(attempts).toBe(6);
  expect(history.at(-2)).toMatchObject({ type: 'step.failed', failure: { code: 'unavailable' } });
  expect(history.at(-1)?.type).toBe('run.finished');
});

test('a run that was cut short goes on, and no finished step runs again', async () => {
  const flow = draw('alert > create, create > note');
  const { events } = await play(flow);
  const all = [startOf(flow), ...events];

  for (let kept = 1; kept <= all.length; kept += 1) {
    const history = all.slice(0, kept);
    const finished = new Set(
      history.flatMap((e) => (e.type === 'step.succeeded' ? [e.nodeId] : [])),
    );
    const again = await play(flow, { history });

    expect(again.run.status).toBe('succeeded');
    expect(started(again.events).filter((nodeId) => finished.has(nodeId))).toEqual([]);
  }
});

test('a step that was in flight first asks whether it had done its work', async () => {
  const flow = draw('alert > create');
  const at = '2026-01-01T00:00:00.000Z';
  const history: RunEvent[] = [
    startOf(flow),
    { type: 'step.started', at, nodeId: 'create', attempt: 1, inputs: { summary: 'then' } },
  ];
  const asked: unknown[] = [];
  await play(flow, {
    history,
    perform: ({ checkFirst, inputs, attempt }) => {
      asked.push({ checkFirst, inputs, attempt });
      return succeeded();
    },
  });

  expect(asked).toEqual([{ checkFirst: true, inputs: { summary: 'then' }, attempt: 1 }]);
});

test('doubt about an attempt outlives the waits that come after it', async () => {
  const flow = draw('alert > create');
  let now = Date.parse('2026-01-01T00:00:00Z');
  const outcomes = [unavailable, { kind: 'waiting', until: now + 20_000, why: 'busy' } as const];
  const asked: boolean[] = [];
  let history: RunEvent[] = [startOf(flow)];
  for (let turn = 0; turn < 3; turn += 1) {
    const { events } = await play(flow, {
      history,
      ports: { now: () => now },
      perform: ({ checkFirst }) => {
        asked.push(checkFirst);
        return outcomes.shift() ?? succeeded();
      },
    });
    history = [...history, ...events];
    now += 60_000;
  }

  expect(asked).toEqual([false, true, true]);
});

test('a wait that leaves a doubt is not an attempt, and what follows it asks first', async () => {
  const flow = draw('alert > create');
  let now = Date.parse('2026-01-01T00:00:00Z');
  const doubtful = { kind: 'waiting', until: now + 5_000, why: 'down', unsure: true } as const;
  const first = await play(flow, { ports: { now: () => now }, perform: () => doubtful });
  now += 60_000;
  const asked: unknown[] = [];
  const { run } = await play(flow, {
    history: [startOf(flow), ...first.events],
    ports: { now: () => now },
    perform: ({ checkFirst, attempt }) => {
      asked.push({ checkFirst, attempt });
      return succeeded();
    },
  });

  expect(first.run.steps['create']).toMatchObject({ status: 'waiting', unsure: true });
  expect(asked).toEqual([{ checkFirst: true, attempt: 1 }]);
  expect(run.status).toBe('succeeded');
});

test('a step that nobody can ask about is repeated and marked', async () => {
  const flow = draw('alert > note');
  const at = '2026-01-01T00:00:00.000Z';
  const history: RunEvent[] = [
    startOf(flow),
    { type: 'step.started', at, nodeId: 'note', attempt: 1, inputs: {} },
  ];
  const { run } = await play(flow, { history, afterInterruption: 'mark' });

  expect(run.steps['note']).toMatchObject({ status: 'succeeded', mayHaveRepeated: true });
});

test('a pause on one branch ends while another branch still runs', async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  let ring = () => {};
  let attempts = 0;
  const { run } = await play(draw('alert > slow, alert > create'), {
    ports: { alarm: (_at, callback) => ((ring = callback), () => {}) },
    perform: async ({ node }) => {
      if (node.id === 'slow') {
        setTimeout(() => ring());
        await slow;
        return succeeded();
      }
      attempts += 1;
      if (attempts === 1) return unavailable;
      release();
      return succeeded();
    },
  });

  expect(run.status).toBe('succeeded');
  expect(attempts).toBe(2);
});

test('a trigger with more to fetch does so before the first step', async () => {
  const flow = draw('alert > create', { create: { summary: [pill('alert', 'summary')] } });
  const { run } = await play(flow, {
    start: { incomplete: true, outputs: { ticketId: 7 } },
    perform: ({ node }) => succeeded(node.kind === 'trigger' ? { summary: 'Disk full' } : {}),
  });

  expect(run.steps['create']?.inputs).toEqual({ summary: 'Disk full' });
  expect(run.status).toBe('succeeded');
});

test('steps behind another trigger are not waited for', async () => {
  const drawn = draw('alert > both, other > both');
  const nodes = drawn.nodes.map((node) =>
    node.id === 'other' ? ({ ...drawn.nodes[0], id: 'other' } as typeof node) : node,
  );
  const { run } = await play({ ...drawn, nodes });

  expect(run.steps['both']?.status).toBe('succeeded');
});

test('a port that breaks is the caller’s problem, not a failed step', async () => {
  const broken = { record: async () => Promise.reject(new Error('disk')) };

  await expect(play(draw('alert > create'), { ports: broken })).rejects.toThrow('disk');
});
