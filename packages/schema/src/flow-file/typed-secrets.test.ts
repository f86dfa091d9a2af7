import { expect, test } from 'vitest';
import type { FlowFileStep } from './flow-file.ts';
import type { Template } from '../pills/template.ts';
import { typedSecrets } from './typed-secrets.ts';

const pill = { pill: { nodeId: 'constants', output: 'Key' } };

test.each<[string, Template]>([
  ['Authorization', [{ text: 'Bearer abc' }]],
  ['X-Api-Key', [{ text: 'abc' }]],
  ['client_secret', [{ text: 'abc' }]],
  ['Cookie', [{ text: 'session=' }, pill]],
])('text typed into %s is told', (line, value) => {
  expect(typedSecrets({ nodes: [nodeWith(line, value)] })).toEqual([{ node: 'Post', line }]);
});

test.each<[string, Template]>([
  ['Authorization', [{ text: 'Bearer ' }, pill]],
  ['Authorization', [pill]],
  ['Password', []],
  ['Accept', [{ text: 'application/json' }]],
])('a pill is no secret, nor is what a line without one holds: %s', (line, value) => {
  expect(typedSecrets({ nodes: [nodeWith(line, value)] })).toEqual([]);
});

function nodeWith(line: string, value: Template): FlowFileStep {
  const entries = [{ id: 'a', name: [{ text: line }], value }];
  return {
    id: 's',
    kind: 'step',
    type: 'http.send-request',
    name: 'Post',
    position: { x: 0, y: 0 },
    inputs: { url: [{ text: 'https://example.com' }], headers: { entries } },
  };
}
