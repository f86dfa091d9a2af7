import type { RunEvent } from '@sluice/schema';
import { expect, test } from 'vitest';
import type { Outcome } from './engine-ports.ts';
import { draw } from './testing/draw.ts';
import { play, refused, startOf, succeeded, unavailable } from './testing/play.ts';

const at = '2026-01-01T00:00:00.000Z';
const retried: RunEvent = { type: 'run.retried', at, by: 'Ada' };
const waitingForRuns = {
  kind: 'waiting',
  until: Date.parse(at) + 60_000,
  why: 'a run',
  forRuns: true,
} as const;

test('a retried run takes up what failed, and nothing that succeeded', async () => {
  const flow = draw('alert > create, create > note, note > last');
  const first = await play(flow, {
    perform: ({ node }) => (node.id === 'note' ? refused : succeeded()),
  });
  const performed: [string, number][] = [];
  const again = await play(flow, {
    history: [startOf(flow), ...first.events, retried],
    perform: ({ node, attempt }) => {
      performed.push([node.id, attempt]);
      return succeeded();
    },
  });

  expect(first.run.status).toBe('failed');
  expect(performed).toEqual([
    ['note', 2],
    ['last', 1],
  ]);
  expect(again.run.status).toBe('succeeded');
});

test('a retried step takes its inputs anew, and may fail on them again', async () => {
  const flow = draw('alert > create', {
    create: { id: [{ pill: { nodeId: 'constants', output: 'team' } }] },
  });
  const first = await play(flow, { ports: { constants: { team: 'none' } } });
  const history = [startOf(flow), ...first.events, retried];
  const wrong = await play(flow, { history, ports: { constants: { team: 'nobody' } } });
  const right = await play(flow, { history, ports: { constants: { team: 7 } } });

  expect(first.run.steps['create']?.failure?.code).toBe('invalid-input');
  expect(wrong.run).toMatchObject({ status: 'failed', steps: { create: { attempt: 2 } } });
  expect(right.run).toMatchObject({
    status: 'succeeded',
    steps: { create: { inputs: { id: 7 } } },
  });
});

test('a step that failed in doubt asks first when it is retried by hand', async () => {
  const flow = draw('alert > create');
  let now = Date.parse(at);
  let history: RunEvent[] = [startOf(flow)];
  for (let turn = 0; turn < 6; turn += 1) {
    const { events } = await play(flow, {
      history,
      ports: { now: () => now },
      perform: () => unavailable,
    });
    history = [...history, ...events];
    now += 3_600_000;
  }
  const asked: boolean[] = [];
  const { run } = await play(flow, {
    history: [...history, { ...retried, at: new Date(now).toISOString() }],
    ports: { now: () => now },
    perform: ({ checkFirst }) => {
      asked.push(checkFirst);
      return succeeded();
    },
  });

  expect(history.at(-1)?.type).toBe('run.finished');
  expect(asked).toEqual([true]);
  expect(run.status).toBe('succeeded');
});

test('a retried step has all its attempts again', async () => {
  const flow = draw('alert > create');
  const first = await play(flow, { perform: () => refused });
  const { run } = await play(flow, {
    history: [startOf(flow), ...first.events, retried],
    perform: () => unavailable,
  });

  expect(run.steps['create']).toMatchObject({ status: 'retrying', attempt: 2 });
});

test('a step can end the run, and what is in flight beside it is still recorded', async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  const ends = { as: 'failed', message: 'Nobody is on call.' } as const;
  const { run, events } = await play(
    draw('alert > slow, alert > stop, slow > after, stop > never'),
    {
      perform: async ({ node }) => {
        if (node.id === 'slow') {
          await slow;
          return succeeded();
        }
        setTimeout(release);
        return { ...succeeded(), ends } as Outcome;
      },
    },
  );

  expect(run).toMatchObject({ status: 'failed', message: 'Nobody is on call.' });
  expect(run.steps['slow']?.status).toBe('succeeded');
  expect(run.steps).not.toHaveProperty('after');
  expect(run.steps).not.toHaveProperty('never');
  expect(events.filter((event) => event.type === 'run.finished')).toHaveLength(1);
});

test('a run that takes longer than it may is ended, also after a restart', async () => {
  const flow = draw('alert > create');
  const [trigger, ...steps] = flow.nodes;
  const nodes = [
    { ...trigger, settings: { ...settingsOf(trigger), runTimeoutSeconds: 60 } } as typeof trigger,
    ...steps,
  ];
  const { run } = await play(
    { ...flow, nodes: nodes.filter((node) => node !== undefined) },
    { ports: { now: () => Date.parse(at) + 60_000 } },
  );

  expect(run.status).toBe('failed');
  expect(run.message).toContain('60 seconds');
});

test('a step that waits for runs looks again when it is taken up, before its time', async () => {
  const flow = draw('alert > call');
  const first = await play(flow, { perform: () => waitingForRuns });
  const { run } = await play(flow, {
    history: [startOf(flow), ...first.events],
    perform: () => succeeded(),
  });

  expect(first.run.status).toBe('waiting');
  expect(run.status).toBe('succeeded');
});

test('an answer is part of the run', async () => {
  const answer = { status: 200, headers: {}, body: { ticketId: 7 } };
  const { run } = await play(draw('alert > respond'), {
    perform: () => ({ ...succeeded(), answer }) as Outcome,
  });

  expect(run.answer).toEqual(answer);
});

test('a step is told by which ways the run came to it', async () => {
  const ways: unknown[] = [];
  await play(draw('alert > which, which:a > left, which:b > right, left > both, right > both'), {
    perform: ({ node, waysIn }) => {
      if (node.id === 'both') ways.push(...waysIn);
      return succeeded({}, node.id === 'which' ? ['a'] : ['next']);
    },
  });

  expect(ways).toEqual([{ source: 'left', exit: 'next' }]);
});

test('a way over a disabled step is told as it is drawn', async () => {
  const ways: unknown[] = [];
  const drawing = draw('alert > first, first > off, off > last');
  const nodes = drawing.nodes.map((node) =>
    node.id === 'off' ? { ...node, disabled: true } : node,
  );
  await play(
    { ...drawing, nodes },
    {
      perform: ({ node, waysIn }) => {
        if (node.id === 'last') ways.push(...waysIn);
        return succeeded();
      },
    },
  );

  expect(ways).toEqual([{ source: 'off', exit: 'next' }]);
});

test('a run passes over a disabled choice by its first exit', async () => {
  const drawn = draw('alert > which, which:yes > then, which:no > else, else > last');
  const flow = {
    ...drawn,
    nodes: drawn.nodes.map((node) =>
      node.id === 'which' ? { ...node, type: 'test.choice', disabled: true } : node,
    ),
  };
  const { run, events } = await play(flow);

  expect(events.flatMap((event) => (event.type === 'step.started' ? [event.nodeId] : []))).toEqual([
    'then',
  ]);
  expect(run.status).toBe('succeeded');
});

function settingsOf(node: { kind: string } | undefined): object {
  return node && 'settings' in node ? (node.settings as object) : {};
}
