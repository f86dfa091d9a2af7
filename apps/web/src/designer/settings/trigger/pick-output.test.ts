import { describe, expect, it } from 'vitest';
import type { TriggerNode } from '@sluice/schema';
import { dropOutput, isPicked, pickOutput, renameOutput } from './pick-output.ts';

const trigger: TriggerNode = {
  id: 't',
  kind: 'trigger',
  type: 'desk.tickets',
  name: 'Desk',
  position: { x: 0, y: 0 },
  settings: {
    authentication: 'url',
    floodControl: { enabled: true, threshold: 4, periodSeconds: 60, correlateBy: [] },
    deduplicate: { windowSeconds: 60 },
  },
};
const declared = [{ name: 'summary', label: 'Summary' }];

describe('picking a value out of the payload', () => {
  it('makes an output with a name and a label of its own', () => {
    const picked = pickOutput(trigger, ['ticket', 'user_name'], declared);
    expect(picked.picked).toEqual([
      { name: 'ticketUserName', label: 'User name', path: ['ticket', 'user_name'] },
    ]);
  });

  it('keeps clear of the names and labels there are', () => {
    const [first] = pickOutput(trigger, ['summary'], declared).picked ?? [];
    expect(first?.name).toBe('summary2');
    const [second] = pickOutput(trigger, ['ticket', 'summary'], declared).picked ?? [];
    expect(second).toMatchObject({ name: 'ticketSummary', label: 'Ticket summary' });
  });

  it('makes a name of keys that are none', () => {
    const [odd] = pickOutput(trigger, ['§', 0, '9 lives'], declared).picked ?? [];
    expect(odd?.name).toMatch(/^[A-Za-z][\w-]{0,63}$/);
    expect(odd?.label).toBe('9 lives');
  });

  it('picks nothing twice', () => {
    const once = pickOutput(trigger, ['a'], declared);
    expect(pickOutput(once, ['a'], declared)).toBe(once);
    expect(isPicked(once, ['a'])).toBe(true);
  });

  it('can be renamed, and dropped without a trace', () => {
    const once = pickOutput(trigger, ['a'], declared);
    expect(renameOutput(once, 'a', 'Alpha').picked?.[0]?.label).toBe('Alpha');
    expect(dropOutput(once, 'a')).toEqual(trigger);
  });
});
