import { describe, expect, test } from 'vitest';
import { applyEdit } from '../flow/flow-edit.ts';
import type { Flow, FlowDrawing, StepNode } from '../flow/flow.ts';
import { outputMatches } from './output-matches.ts';
import { pillFault, pillSurroundings } from './pill-fault.ts';
import { type PillRepair, brokenPillsOf, repairingEdits, sourceMatches } from './repair-pills.ts';
import { deskCatalogue, drawingOf, pillOf, stepOf, triggerOf } from '../testing/desk-catalogue.ts';

/** A trigger, two creates one after the other, and an update that used a third one, now deleted. */
const drawing = drawingOf(
  [
    triggerOf('t', 'desk.tickets'),
    stepOf('one', 'desk.create'),
    stepOf('two', 'desk.create'),
    stepOf('update', 'desk.update', {
      inputs: {
        ticketId: pillOf('gone', 'ticketId'),
        summary: [{ text: 'See ' }, ...pillOf('gone', 'ticketUrl'), { text: ' now' }],
      },
    }),
    stepOf('early', 'desk.update', { inputs: { ticketId: pillOf('gone', 'ticketId') } }),
  ],
  ['t>one', 'one>two', 'two>update', 't>early'],
);

function inputsAfter(by: PillRepair['by'], of: FlowDrawing = drawing) {
  const flow: Flow = { id: 'f', name: 'F', enabled: true, version: 1, ...of };
  const edits = repairingEdits({ source: 'gone', by }, of, deskCatalogue);
  const { nodes } = edits.reduce(applyEdit, flow);
  return (id: string) => (nodes.find((node) => node.id === id) as StepNode).inputs;
}

describe('a pill that stands for nothing', () => {
  test.each([
    { why: 'whose step was deleted', nodeId: 'gone', output: 'ticketId', fault: 'no-source' },
    { why: 'whose step leads elsewhere', nodeId: 'early', output: 'ticketId', fault: 'not-before' },
    { why: 'whose step lacks the output', nodeId: 'one', output: 'colour', fault: 'no-output' },
  ])('is told as one $why', ({ nodeId, output, fault }) => {
    const around = pillSurroundings(drawing, deskCatalogue);
    expect(pillFault({ nodeId, output }, 'update', around)).toBe(fault);
  });

  test('is none while its step hands on a failure or its kind is unknown', () => {
    const strange = drawingOf([stepOf('x', 'other.kind'), stepOf('y', 'desk.update')], ['x>y']);
    const around = pillSurroundings(strange, deskCatalogue);
    expect(pillFault({ nodeId: 'x', output: 'anything' }, 'y', around)).toBeUndefined();
    const known = pillSurroundings(drawing, deskCatalogue);
    expect(pillFault({ nodeId: 'one', output: 'message' }, 'update', known)).toBeUndefined();
  });

  test('is offered the same output first, nearest first, and then those alike', () => {
    const around = pillSurroundings(drawing, deskCatalogue);
    const found = outputMatches({ nodeId: 'gone', output: 'ticketUrl' }, 'update', around);
    expect(found.map(({ node, output, isSame }) => [node.id, output.name, isSame])).toEqual([
      ['two', 'ticketUrl', true],
      ['one', 'ticketUrl', true],
    ]);
    const alike = outputMatches({ nodeId: 'gone', output: 'ticketSummary' }, 'update', around);
    expect(alike.map(({ node, output, isSame }) => [node.id, output.name, isSame])).toEqual([
      ['t', 'summary', false],
    ]);
  });
});

describe('all broken pills of one source', () => {
  test('are found wherever they are', () => {
    const broken = brokenPillsOf('gone', drawing, deskCatalogue);
    expect(broken.map(({ node, input, pill }) => [node.id, input, pill.output])).toEqual([
      ['update', 'ticketId', 'ticketId'],
      ['update', 'summary', 'ticketUrl'],
      ['early', 'ticketId', 'ticketId'],
    ]);
  });

  test('can come from the nodes that have their outputs, those that fit most first', () => {
    const broken = brokenPillsOf('gone', drawing, deskCatalogue);
    const matches = sourceMatches(broken, drawing, deskCatalogue);
    expect(matches.map(({ node, fits }) => [node.id, fits])).toEqual([
      ['t', 2],
      ['one', 2],
      ['two', 2],
    ]);
  });

  test('take the same output of another node, and stay where it has none or leads not there', () => {
    const inputs = inputsAfter({ take: 'same-output', nodeId: 'two' });
    expect(inputs('update')).toEqual({
      ticketId: pillOf('two', 'ticketId'),
      summary: [{ text: 'See ' }, ...pillOf('two', 'ticketUrl'), { text: ' now' }],
    });
    expect(inputs('early')).toEqual({ ticketId: pillOf('gone', 'ticketId') });
  });

  test('keep their path and format', () => {
    const pill = { nodeId: 'gone', output: 'ticketId', path: [0], format: [{ name: 'upper' }] };
    const of = drawingOf(
      [
        stepOf('one', 'desk.create'),
        stepOf('u', 'desk.update', { inputs: { summary: [{ pill }] } } as Partial<StepNode>),
      ],
      ['one>u'],
    );
    const inputs = inputsAfter({ take: 'same-output', nodeId: 'one' }, of);
    expect(inputs('u')).toEqual({ summary: [{ pill: { ...pill, nodeId: 'one' } }] });
  });

  test('become plain text that joins what is around them, by the name that a person knows', () => {
    const inputs = inputsAfter({ take: 'text' });
    expect(inputs('update')['summary']).toEqual([{ text: 'See Ticket URL now' }]);
    expect(inputs('early')['ticketId']).toEqual([{ text: 'Ticket ID' }]);
  });

  test('go, and what is not broken stays', () => {
    const both = stepOf('update', 'desk.update', {
      inputs: { summary: [...pillOf('one', 'ticketUrl'), ...pillOf('gone', 'ticketUrl')] },
    });
    const of = drawingOf([stepOf('one', 'desk.create'), both], ['one>update']);
    expect(inputsAfter({ take: 'nothing' }, of)('update')).toEqual({
      summary: pillOf('one', 'ticketUrl'),
    });
  });
});
