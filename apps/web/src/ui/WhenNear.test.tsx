import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WhenNear } from './WhenNear.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what is far from sight takes its room and is not drawn before it comes near', () => {
  const sight = stubSight();
  const draw = vi.fn(() => <li>Line 51</li>);
  const { container } = render(<WhenNear height={1800}>{draw}</WhenNear>);
  expect(draw).not.toHaveBeenCalled();
  expect(container.querySelector('li')?.style.height).toBe('1800px');

  sight.tell(false);
  expect(draw).not.toHaveBeenCalled();

  sight.tell(true);
  expect(screen.getByText('Line 51')).toBeTruthy();
  expect(container.querySelector('li')?.style.height).toBe('');
});

test('a browser that cannot tell what is near gets everything', () => {
  render(<WhenNear height={1800}>{() => <li>Line 51</li>}</WhenNear>);
  expect(screen.getByText('Line 51')).toBeTruthy();
});

/** Stands in for the browser's own sense of what is seen, which jsdom lacks. */
function stubSight() {
  type Tell = (entries: readonly { readonly isIntersecting: boolean }[]) => void;
  const watching = new Set<Tell>();
  class Observer {
    readonly #tell: Tell;
    constructor(tell: Tell) {
      this.#tell = tell;
    }
    observe() {
      watching.add(this.#tell);
    }
    disconnect() {
      watching.delete(this.#tell);
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  return {
    tell: (isIntersecting: boolean) =>
      act(() => {
        for (const tell of watching) tell([{ isIntersecting }]);
      }),
  };
}
