import { describe, expect, it } from 'vitest';
import { CONSTANTS, type FlowDrawing } from '@sluice/schema';
import { buildMapping } from './build-mapping.ts';
import { knownValues } from './known-values.ts';
import { sampleCatalogue as catalogue, sampleFlow } from './testing/sample-flow.ts';

function mappingOf(flow: FlowDrawing, nodeId = 'tell') {
  const known = knownValues({ flow, catalogue, run: undefined, signals: {} });
  const constants = [{ id: 'k', name: 'region', value: 'eu' }];
  return buildMapping({ flow, nodeId, catalogue, constants, known });
}

const byError: FlowDrawing = {
  ...sampleFlow,
  edges: sampleFlow.edges.map((edge) => (edge.id === 'e2' ? { ...edge, exit: 'error' } : edge)),
};

const disabled: FlowDrawing = {
  ...sampleFlow,
  nodes: sampleFlow.nodes.map((node) =>
    node.id === 'create' ? { ...node, disabled: true } : node,
  ),
};

describe('what a node may draw on', () => {
  it('is the trigger, then the steps before it, then the constants', () => {
    const { sources } = mappingOf(sampleFlow);
    expect(sources.map((source) => source.name)).toEqual(['Desk', 'Create Ticket', 'Constants']);
    expect(sources.map((source) => source.tone)).toEqual(['trigger', 'app', 'constant']);
  });

  it('has the picked outputs of the trigger', () => {
    const [trigger] = mappingOf(sampleFlow).sources;
    expect(trigger?.outputs.find((output) => output.name === 'userName')).toMatchObject({
      label: 'User name',
      value: 'Kim Dale',
    });
  });

  it('is why a step failed where it is left by its Error exit', () => {
    const source = mappingOf(byError).sources[1];
    expect(source?.outputs.map((output) => output.name)).toEqual(['code', 'message', 'status']);
    expect(source?.note).toContain('Error exit');
  });

  it('says that a disabled step brings nothing', () => {
    const mapping = mappingOf(disabled);
    expect(mapping.sources[1]?.note).toContain('Disabled');
    expect(mapping.lookup('create')).toBeUndefined();
  });

  it('finds the values of constants', () => {
    expect(mappingOf(sampleFlow).lookup(CONSTANTS)).toEqual({ region: 'eu' });
  });
});

describe('a pill in words', () => {
  const { viewOf } = mappingOf(sampleFlow);

  it('names its step, its output, the part and the format', () => {
    const view = viewOf({
      nodeId: 'trigger',
      output: 'fields',
      path: [0, 'value'],
      format: [{ name: 'trim' }, { name: 'default', value: 'none' }],
    });
    expect(view).toEqual({
      source: 'Desk',
      output: 'Custom Fields › item 1 › value',
      formats: 'trim · or “none”',
      tone: 'trigger',
    });
  });

  it.each([
    ['whose step was deleted', { nodeId: 'gone', output: 'a' }, 'deleted'],
    [
      'whose step does not come before',
      { nodeId: 'beside', output: 'ticketId' },
      'does not come before',
    ],
    ['whose output is gone', { nodeId: 'create', output: 'gone' }, 'does not have this output'],
    ['whose constant is gone', { nodeId: CONSTANTS, output: 'gone' }, 'no constant'],
  ])('%s is broken and says so', (_, pill, reason) => {
    expect(viewOf(pill).broken).toContain(reason);
  });

  it('is whole for the outputs of a failure', () => {
    expect(viewOf({ nodeId: 'create', output: 'message' }).broken).toBeUndefined();
  });

  it('notes that its step is disabled', () => {
    const view = mappingOf(disabled).viewOf({ nodeId: 'create', output: 'ticketId' });
    expect(view.broken).toBeUndefined();
    expect(view.note).toContain('disabled');
  });
});
