import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { TouchedTrigger } from './tooltip-triggers.ts';

/** What Radix hands to the trigger of a tooltip. It asks nothing of an event that the browser's own lacks. */
interface Given {
  readonly ref?: Ref<HTMLElement>;
  readonly onPointerMove?: (event: Event) => void;
  readonly onPointerLeave?: (event: Event) => void;
  readonly onPointerDown?: (event: Event) => void;
  readonly onFocus?: (event: Event) => void;
  readonly onBlur?: (event: Event) => void;
  readonly onClick?: (event: Event) => void;
  readonly 'aria-describedby'?: string;
}

interface HeardTriggerProps extends Given {
  readonly element: HTMLElement;
  readonly missed: TouchedTrigger['by'];
}

const handlers = {
  pointermove: 'onPointerMove',
  pointerleave: 'onPointerLeave',
  pointerdown: 'onPointerDown',
  focusin: 'onFocus',
  focusout: 'onBlur',
  click: 'onClick',
} as const;

type Heard = keyof typeof handlers;
const names = Object.keys(handlers) as Heard[];

/** What a tooltip shows at. */
const shows: ReadonlySet<string> = new Set<Heard>(['pointermove', 'focusin']);

/**
 * Draws nothing: makes an element that is there already the trigger of the tooltip around it, which
 * hears what happens to it and describes it while it shows.
 */
export function HeardTrigger({ element, missed, ref, ...given }: HeardTriggerProps) {
  useImperativeHandle(ref, () => element, [element]);
  const latest = useRef<Given>(given);
  useLayoutEffect(() => {
    latest.current = given;
  });

  useEffect(() => {
    function hear(event: Event): void {
      // Nobody reads after a click what is said to who uses the keyboard.
      if (event.type === 'focusin' && !document.activeElement?.matches(':focus-visible')) return;
      // It would cover what the button has opened.
      if (shows.has(event.type) && element.matches('[aria-haspopup][aria-expanded=true]')) return;
      latest.current[handlers[event.type as Heard]]?.(event);
    }
    for (const name of names) element.addEventListener(name, hear);
    if (missed === 'focusin' && element.contains(document.activeElement)) {
      hear(new FocusEvent(missed));
    }
    if (missed === 'pointermove' && element.matches(':hover')) hear(new PointerEvent(missed));
    return () => {
      for (const name of names) element.removeEventListener(name, hear);
    };
  }, [element, missed]);

  const description = given['aria-describedby'];
  useEffect(() => {
    if (description === undefined) return;
    const before = element.getAttribute('aria-describedby');
    element.setAttribute('aria-describedby', before ? `${before} ${description}` : description);
    return () => {
      if (before === null) element.removeAttribute('aria-describedby');
      else element.setAttribute('aria-describedby', before);
    };
  }, [element, description]);
  return null;
}
