import { type ReactNode, useCallback, useLayoutEffect, useState } from 'react';
import { Slot } from 'radix-ui';
import { createStore } from 'zustand';
import { later, useSpared } from './later.tsx';
import { type TooltipWords, giveTooltip } from './tooltip-triggers.ts';

const Tooltips = later(() => import('./Tooltips.tsx').then((module) => module.Tooltips));

interface TooltipProps {
  readonly text: ReactNode;
  /** One element that can be focused. */
  readonly children: ReactNode;
  readonly side?: TooltipWords['side'];
}

/** A short text that appears on hover and on focus. Needs a `TooltipLayer` beside the app. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  const [words] = useState(() => createStore<TooltipWords>(() => ({ text, side })));
  useLayoutEffect(() => words.setState({ text, side }), [words, text, side]);
  const give = useCallback(
    (element: HTMLElement | null) => (element ? giveTooltip(element, words) : undefined),
    [words],
  );
  return <Slot.Root ref={give}>{children}</Slot.Root>;
}

/** Where tooltips appear. Stands once, beside the app, which goes on without it until its script is there. */
export function TooltipLayer() {
  const [isHere] = useSpared(Tooltips);
  return isHere && <Tooltips />;
}
