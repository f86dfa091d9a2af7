import type { InputValue, RunEvent } from '@sluice/schema';
import { expect, test } from 'vitest';
import { draw } from './testing/draw.ts';
import { play, refused, startOf, succeeded, unavailable } from './testing/play.ts';

const drawsOn = (nodeId: string): Record<string, InputValue> => ({
  summary: [{ text: 'About ' }, { pill: { nodeId, output: 'name' } }],
});

test('a step whose outputs are given is passed over, and what follows takes them', async () => {
  const performed: string[] = [];
  const { run } = await play(draw('alert > create, create > note', { note: drawsOn('create') }), {
    start: { test: true, given: { create: { outputs: { name: 'pinned' } } } },
    perform: ({ node }) => (performed.push(node.id), succeeded()),
  });

  expect(performed).toEqual(['note']);
  expect(run.status).toBe('succeeded');
  expect(run.steps['create']).toMatchObject({ given: true, outputs: { name: 'pinned' } });
  expect(run.steps['note']?.inputs).toEqual({ summary: 'About pinned' });
});

test('a step with given outputs is left by the exits that came with them, else by all but its error', async () => {
  const drawing = draw('alert > ask, ask:yes > one, ask:no > two, ask:error > three');
  const given = { outputs: {}, exits: ['no'] };
  const { run } = await play(drawing, { start: { given: { ask: given } } });
  expect(statusesOf(run)).toEqual({
    ask: 'succeeded',
    one: 'skipped',
    two: 'succeeded',
    three: 'skipped',
  });

  const any = await play(drawing, { start: { given: { ask: { outputs: {} } } } });
  expect(statusesOf(any.run)).toMatchObject({
    one: 'succeeded',
    two: 'succeeded',
    three: 'skipped',
  });
});

test('a test of one step performs that step and nothing else', async () => {
  const performed: string[] = [];
  const drawing = draw('alert > create, create > note, note > close', { note: drawsOn('create') });
  const given = { create: { outputs: { name: 'typed' }, exits: ['next'] } };
  const { run, events } = await play(drawing, {
    start: { triggerId: '', only: 'note', given },
    perform: ({ node, waysIn }) => {
      performed.push(`${node.id} from ${waysIn.map(({ source }) => source).join()}`);
      return succeeded({ done: true });
    },
  });

  expect(performed).toEqual(['note from create']);
  expect(events.map(({ type }) => type)).toEqual([
    'step.started',
    'step.succeeded',
    'run.finished',
  ]);
  expect(run).toMatchObject({ status: 'succeeded', only: 'note' });
  expect(statusesOf(run)).toEqual({ create: 'succeeded', note: 'succeeded' });
  expect(run.steps['note']?.inputs).toEqual({ summary: 'About typed' });
});

test('a test of one step is tried once, whatever its retry says and whichever way it fails', async () => {
  for (const outcome of [refused, unavailable]) {
    let attempts = 0;
    const { run } = await play(draw('alert > create, create:error > note'), {
      start: { triggerId: '', only: 'create', given: {} },
      perform: () => ((attempts += 1), outcome),
    });
    expect(attempts).toBe(1);
    expect(run.status).toBe('failed');
  }
});

test('a disabled step and one that nothing leads to can be tested alone', async () => {
  const { nodes, edges } = draw('alert > create, create > note');
  const disabled = nodes.map((node) => (node.id === 'note' ? { ...node, disabled: true } : node));
  const world = { start: { triggerId: '', only: 'note', given: {} } };
  expect((await play({ nodes: disabled, edges }, world)).run.status).toBe('succeeded');
  expect((await play({ nodes, edges: [] }, world)).run.status).toBe('succeeded');
});

test('a test that was in flight when its process ended is not done once more', async () => {
  const drawing = draw('alert > create');
  const start = { triggerId: '', only: 'create', given: {} };
  const history: RunEvent[] = [
    startOf(drawing, start),
    { type: 'step.started', at: '2026-01-01T00:00:00Z', nodeId: 'create', attempt: 1, inputs: {} },
  ];
  for (const afterInterruption of ['reconcile', 'repeat', 'mark'] as const) {
    let attempts = 0;
    const perform = () => ((attempts += 1), succeeded());
    const { run } = await play(drawing, { start, history, afterInterruption, perform });
    expect(attempts).toBe(0);
    expect(run.steps['create']?.failure?.code).toBe('interrupted');
    expect(run.steps['create']?.mayHaveRepeated).toBeUndefined();
  }
});

function statusesOf({ steps }: { readonly steps: Readonly<Record<string, { status: string }>> }) {
  return Object.fromEntries(Object.entries(steps).map(([id, { status }]) => [id, status]));
}
