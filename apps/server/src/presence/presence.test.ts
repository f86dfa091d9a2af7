import type { Visitor, Visitors } from '@sluice/schema';
import { expect, onTestFinished, test } from 'vitest';
import type { ClusterMessage } from '../cluster/cluster.ts';
import { Presence } from './presence.ts';

test('who has a flow open is told when it changes, and not at every sign of life', () => {
  const { presence, told } = setUp();
  presence.see('f', anna);
  presence.see('f', anna);
  expect(told).toHaveLength(1);
  expect(presence.see('f', { ...anna, nodeId: 'create' }).visitors).toEqual([
    { ...anna, nodeId: 'create' },
  ]);
  expect(told).toHaveLength(2);
});

test('a second tab of the same person is a visitor of its own', () => {
  const { presence } = setUp();
  presence.see('f', anna);
  const { visitors } = presence.see('f', { ...anna, tab: 'tab-2' });
  expect(visitors.map(({ tab }) => tab)).toEqual(['tab-1', 'tab-2']);
});

test('a page of another flow is not among them', () => {
  const { presence } = setUp();
  presence.see('other', anna);
  expect(presence.of('f').visitors).toEqual([]);
});

test('a page that was closed is gone at once, one that was killed after a while', () => {
  const { presence, told, pass } = setUp();
  presence.see('f', anna);
  presence.see('f', bert);
  presence.leave('f', anna);
  expect(told.at(-1)?.visitors).toEqual([bert]);
  pass(89_000);
  presence.forget();
  expect(presence.of('f').visitors).toEqual([bert]);
  pass(1000);
  presence.forget();
  expect(told.at(-1)?.visitors).toEqual([]);
});

test('nobody can speak for the page of another', () => {
  const { presence } = setUp();
  presence.see('f', anna);
  presence.see('f', { ...bert, tab: anna.tab, name: 'Not Anna' });
  presence.leave('f', { userId: bert.userId, tab: anna.tab });
  expect(presence.of('f').visitors).toEqual([anna]);
});

test('whoever may not look any more is not shown any more', () => {
  const { presence } = setUp();
  presence.see('f', anna);
  presence.see('g', anna);
  presence.dismiss('anna');
  expect([...presence.of('f').visitors, ...presence.of('g').visitors]).toEqual([]);
});

test('what another process hears of is told here too', () => {
  const here = setUp();
  const there = setUp(here.hear);
  there.presence.see('f', anna);
  expect(here.told.at(-1)?.visitors).toEqual([anna]);
  there.presence.leave('f', anna);
  expect(here.told.at(-1)?.visitors).toEqual([]);
});

const anna: Visitor = { tab: 'tab-1', userId: 'anna', name: 'Anna', mayBuild: true };
const bert: Visitor = { tab: 'tab-b', userId: 'bert', name: 'Bert', mayBuild: false };

function setUp(send: (message: ClusterMessage) => void = () => {}) {
  const told: Visitors[] = [];
  const listeners: ((message: ClusterMessage) => void)[] = [];
  let now = 0;
  const presence = new Presence({
    cluster: { send, listen: (listener) => void listeners.push(listener) },
    tell: (visitors) => told.push(visitors),
    now: () => now,
  });
  onTestFinished(() => presence.close());
  return {
    presence,
    told,
    pass: (milliseconds: number) => (now += milliseconds),
    hear: (message: ClusterMessage) => listeners.forEach((listener) => listener(message)),
  };
}
