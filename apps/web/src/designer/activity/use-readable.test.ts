import type { RunDetail, StepRun } from '@sluice/schema';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useReadable } from './use-readable.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a run that goes on is followed at the pace at which its lists can be read', () => {
  const { show, shown } = follow({ nodes: 600 });
  show(1);
  expect(shown()).toBe(1);

  show(2);
  pass(300);
  show(3);
  expect(shown()).toBe(1);
  pass(300);
  expect(shown()).toBe(3);
});

test('a small run is followed faster', () => {
  const { show, shown } = follow({ nodes: 3 });
  show(1);
  show(2);
  pass(100);
  expect(shown()).toBe(2);
});

test('the end of a run, and another run, are shown at once', () => {
  const { show, shown } = follow({ nodes: 1000 });
  show(1);
  show(2, { status: 'succeeded' });
  expect(shown()).toBe(2);
  show(7, { id: 'another' });
  expect(shown()).toBe(7);
});

/** Follows a run of so many nodes that is shown when so many steps are done; how many are then read. */
function follow({ nodes }: { readonly nodes: number }) {
  const hook = renderHook(({ run }) => useReadable(run), {
    initialProps: { run: undefined as RunDetail | undefined },
  });
  const drawing = { nodes: Array.from({ length: nodes }), edges: [] };
  return {
    show(done: number, changes: { readonly id?: string; readonly status?: string } = {}) {
      const steps = Object.fromEntries(
        Array.from({ length: done }, (_, index) => [`step-${index}`, {} as StepRun]),
      );
      const run = { id: 'r', status: 'running', drawing, steps, ...changes };
      hook.rerender({ run: run as unknown as RunDetail });
      pass(0);
    },
    shown: () => Object.keys(hook.result.current?.steps ?? {}).length,
  };
}

function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms));
}
