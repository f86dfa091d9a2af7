import {
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
} from 'react';
import { asTrigger } from './as-trigger.ts';
import { type Side, TooltipBubble } from './TooltipBubble.tsx';
import { useTooltip } from './use-tooltip.ts';

interface TooltipProps {
  readonly text: ReactNode;
  /** One element that can be focused. */
  readonly children: ReactElement;
  readonly side?: Side;
}

/** A short text that appears on hover and on focus, and goes with Escape. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  const id = useId();
  const { anchor, showNow, showSoon, press, hide, hideSoon, stay } = useTooltip();
  return (
    <>
      {asTrigger(children, {
        ...(anchor && { 'aria-describedby': id }),
        onPointerEnter: ({ pointerType, currentTarget }: PointerEvent<HTMLElement>) => {
          // A finger that touches means to press.
          if (pointerType !== 'touch') showSoon(currentTarget);
        },
        onPointerLeave: hideSoon,
        onPointerDown: press,
        onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
          if (currentTarget.matches(':focus-visible')) showNow(currentTarget);
        },
        onBlur: hide,
      })}
      {anchor && (
        <TooltipBubble id={id} anchor={anchor} side={side} onEnter={stay} onLeave={hideSoon}>
          {text}
        </TooltipBubble>
      )}
    </>
  );
}
