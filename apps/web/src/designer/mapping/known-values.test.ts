import { describe, expect, it } from 'vitest';
import type { RunDetail } from '@sluice/schema';
import { knownValues } from './known-values.ts';
import { sampleCatalogue as catalogue, sampleFlow as flow } from './testing/sample-flow.ts';

const signal = {
  id: 's',
  receivedAt: '2026-09-25T10:44:00Z',
  outputs: { summary: 'From the signal' },
  payload: { ticket: { user: { name: 'Ines' } } },
};

const run: RunDetail = {
  id: 'r',
  flowId: 'f',
  flowVersion: 1,
  status: 'running',
  triggerId: 'trigger',
  triggerOutputs: { summary: 'From the run', userName: 'Omar' },
  incomplete: false,
  steps: {
    create: {
      status: 'succeeded',
      inputs: {},
      attempt: 1,
      outputs: { ticketId: 9 },
      exits: ['next'],
    },
  },
  startedAt: '2026-09-25T10:50:00Z',
  activeSince: '2026-09-25T10:50:00Z',
  flowName: 'F',
  title: '#9',
  test: false,
  calledRuns: [],
  drawing: flow,
};

describe('the values known of a node', () => {
  it('are samples at first, picked outputs included', () => {
    const known = knownValues({ flow, catalogue, run: undefined, signals: {} });
    expect(known.get('trigger')).toMatchObject({
      origin: 'sample',
      values: { ticketId: 4243, userName: 'Kim Dale' },
    });
  });

  it('are those of the last signal once there is one', () => {
    const known = knownValues({ flow, catalogue, run: undefined, signals: { trigger: signal } });
    expect(known.get('trigger')).toEqual({
      origin: 'signal',
      values: { summary: 'From the signal', userName: 'Ines' },
      at: signal.receivedAt,
    });
    expect(known.get('create')?.origin).toBe('sample');
  });

  it('are those of the watched run before all else', () => {
    const known = knownValues({ flow, catalogue, run, signals: { trigger: signal } });
    expect(known.get('trigger')?.values).toEqual({ summary: 'From the run', userName: 'Omar' });
    expect(known.get('create')).toMatchObject({ origin: 'run', values: { ticketId: 9 } });
  });

  it('stay samples for a step that the run has not reached', () => {
    const known = knownValues({ flow, catalogue, run, signals: {} });
    expect(known.get('tell')?.origin).toBe('sample');
  });

  it('tell why a step failed when it was left by its Error exit', () => {
    const failure = { code: 'refused', message: 'No.', status: 400 } as const;
    const failed = { status: 'failed', inputs: {}, attempt: 1, failure, exits: ['error'] } as const;
    const known = knownValues({
      flow,
      catalogue,
      run: { ...run, steps: { create: failed } },
      signals: {},
    });
    expect(known.get('create')?.values).toEqual({ code: 'refused', message: 'No.', status: 400 });
  });
});
