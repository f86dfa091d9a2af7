import type { FieldManifest, StepNode, Values } from '@sluice/schema';
import { expect, test } from 'vitest';
import { checkInputs } from './check-inputs.ts';
import { resolveInputs } from './resolve-inputs.ts';

const field = (control: FieldManifest['control'], type: FieldManifest['type']): FieldManifest => ({
  control,
  type,
  label: 'Input',
  required: true,
  group: 'main',
});
const pill = (output: string) => ({ pill: { nodeId: 'alert', output } });

function resolve(fields: Record<string, FieldManifest>, inputs: StepNode['inputs']): Values {
  const step: StepNode = {
    id: 's',
    kind: 'step',
    type: 'test.step',
    name: 'Step',
    position: { x: 0, y: 0 },
    inputs,
  };
  const values = { text: 'a "b" / c', list: ['x'] };
  return resolveInputs(step.inputs, fields, { lookup: () => values, isHtml: () => false });
}

test('both sides of a comparison keep the types of their values', () => {
  const fields = { if: field('conditions', 'conditions') };
  const comparison = { id: 'c', left: [pill('list')], operator: 'has', right: [{ text: 'x' }] };
  const resolved = resolve(fields, { if: { sets: [{ id: 's', comparisons: [comparison] }] } });
  expect(resolved).toEqual({ if: [[{ id: 'c', left: ['x'], operator: 'has', right: 'x' }]] });
  expect(checkInputs(fields, resolved)).toEqual({ ok: true, values: resolved });
});

test('what is no comparisons does not reach a step that takes them', () => {
  const fields = { if: field('conditions', 'conditions') };
  expect(checkInputs(fields, resolve(fields, { if: [{ text: 'x' }] }))).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input', input: 'if' },
  });
});

test('pills are written as the language of their input asks for', () => {
  const fields = {
    body: field('json', 'text'),
    address: field('url', 'text'),
    script: field('code', 'text'),
  };
  const resolved = resolve(fields, {
    body: [{ text: '{"a": "' }, pill('text'), { text: '"}' }],
    address: [{ text: 'https://desk.example/' }, pill('text')],
    script: [{ text: 'return 1' }, pill('text')],
  });
  expect(resolved).toEqual({
    body: '{"a": "a \\"b\\" / c"}',
    address: 'https://desk.example/a%20%22b%22%20%2F%20c',
    script: 'return 1',
  });
});
