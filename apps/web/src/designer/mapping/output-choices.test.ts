import { describe, expect, it } from 'vitest';
import type { MappingSource } from './mapping.ts';
import { outputChoices } from './output-choices.ts';

const sources: readonly MappingSource[] = [
  {
    nodeId: 't',
    name: 'Desk',
    tone: 'trigger',
    origin: 'sample',
    outputs: [
      { name: 'type', label: 'Ticket Type', value: 'Incident' },
      { name: 'id', label: 'ID of ticket', value: 1 },
      { name: 'fields', label: 'Fields', value: [{ name: 'CFService', value: 'Antares' }] },
    ],
  },
];

const labels = (query: string) => outputChoices(sources, query).map((choice) => choice.label);

describe('the choices of the menu', () => {
  it('are all outputs in their order while nothing is typed', () => {
    expect(labels('')).toEqual(['Ticket Type', 'ID of ticket', 'Fields']);
  });

  it('begin with the labels that begin like it', () => {
    expect(labels('id')).toEqual(['ID of ticket']);
    expect(labels('ti')).toEqual(['Ticket Type', 'ID of ticket']);
  });

  it('find by the words of step and label in any order', () => {
    expect(labels('type desk')).toEqual(['Ticket Type']);
  });

  it('reach into structured values', () => {
    expect(outputChoices(sources, 'fields value')[0]?.pill.path).toEqual([0, 'value']);
  });

  it('are none when nothing matches', () => {
    expect(labels('zzz')).toEqual([]);
  });
});
