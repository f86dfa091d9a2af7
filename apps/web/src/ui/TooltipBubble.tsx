import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

export type Side = 'top' | 'right' | 'bottom' | 'left';

interface TooltipBubbleProps {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly side: Side;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Pixels between an element and its text, and between the text and the window's rim. */
const GAP = 6;
const RIM = 8;

const opposite: Readonly<Record<Side, Side>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

/** The text itself, beside its element; on the other side where there is no room. */
export function TooltipBubble(props: TooltipBubbleProps) {
  const { id, anchor, side, onEnter, onLeave, children } = props;
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (!element) return;
    const at = anchor.getBoundingClientRect();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const chosen = [side, opposite[side]].find((each) => isRoom(each, at, size)) ?? side;
    const { left, top } = placeOf(chosen, at, size);
    element.style.left = `${within(left, window.innerWidth - size.width)}px`;
    element.style.top = `${within(top, window.innerHeight - size.height)}px`;
  }, [anchor, side, children]);
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="pointer-events-auto fixed top-0 left-0 z-60 w-max max-w-72 animate-fade rounded-r1 bg-ink px-2 py-1 text-hint font-medium text-bg shadow-2"
    >
      {children}
    </div>,
    document.body,
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function placeOf(side: Side, at: DOMRect, { width, height }: Size) {
  const middle = {
    left: at.left + (at.width - width) / 2,
    top: at.top + (at.height - height) / 2,
  };
  switch (side) {
    case 'top':
      return { ...middle, top: at.top - GAP - height };
    case 'bottom':
      return { ...middle, top: at.bottom + GAP };
    case 'left':
      return { ...middle, left: at.left - GAP - width };
    case 'right':
      return { ...middle, left: at.right + GAP };
  }
}

function isRoom(side: Side, at: DOMRect, size: Size): boolean {
  const { left, top } = placeOf(side, at, size);
  return side === 'top' || side === 'bottom'
    ? top === within(top, window.innerHeight - size.height)
    : left === within(left, window.innerWidth - size.width);
}

function within(place: number, room: number): number {
  return Math.max(RIM, Math.min(place, room - RIM));
}
