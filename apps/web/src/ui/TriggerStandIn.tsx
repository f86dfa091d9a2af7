import { type Ref, useImperativeHandle } from 'react';
import type { PopupProps } from './popup.ts';

interface TriggerStandInProps extends Pick<PopupProps, 'trigger'> {
  /** Given by the Radix trigger around it. */
  readonly ref?: Ref<HTMLElement>;
}

/**
 * Draws nothing: tells the Radix trigger around it that its element is the button which is there
 * already, and which itself knows what opens it.
 */
export function TriggerStandIn({ trigger, ref }: TriggerStandInProps) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => trigger.current);
  return null;
}
