import type { ReactNode } from 'react';
import { type StoreApi, createStore } from 'zustand';
import type { PopupPlace } from './popup.ts';

/** What a tooltip says, and where. */
export interface TooltipWords {
  readonly text: ReactNode;
  readonly side: PopupPlace['side'];
}

/** An element with a tooltip on which the pointer or the focus has been. */
export interface TouchedTrigger {
  readonly id: number;
  readonly element: HTMLElement;
  readonly words: StoreApi<TooltipWords>;
  /** The first that was missed, as nobody listened to this element yet. */
  readonly by: 'pointermove' | 'focusin';
}

const triggers = new Map<Element, StoreApi<TooltipWords>>();
let lastId = 0;

/** Which elements need their tooltip looked after. All others cost nothing. */
export const touchedTriggers = createStore<readonly TouchedTrigger[]>(() => []);

/** Gives an element a tooltip until the answer is called. */
export function giveTooltip(element: HTMLElement, words: StoreApi<TooltipWords>): () => void {
  triggers.set(element, words);
  return () => {
    triggers.delete(element);
    const touched = touchedTriggers.getState();
    const left = touched.filter((each) => each.element !== element);
    if (left.length < touched.length) touchedTriggers.setState(left, true);
  };
}

/** Notes what the pointer or the focus came upon, if a tooltip belongs to it. */
export function touch(target: EventTarget | null, by: TouchedTrigger['by']): void {
  let element = target instanceof Element ? target : null;
  while (element && !triggers.has(element)) element = element.parentElement;
  const words = element && triggers.get(element);
  if (!words || !(element instanceof HTMLElement)) return;
  const touched = touchedTriggers.getState();
  if (touched.some((each) => each.element === element)) return;
  lastId += 1;
  touchedTriggers.setState([...touched, { id: lastId, element, words, by }], true);
}
