import { useEffect } from 'react';
import type { PopupProps } from './popup.ts';

/**
 * Stands for a popup that was opened while its script still comes. Who turns to something else
 * meanwhile no longer waits for it, and is not torn away by it.
 */
export function AwaitedPopup({ trigger, isOpen, onOpenChange }: PopupProps) {
  useEffect(() => {
    if (!isOpen) return;
    function onPointerDown({ target }: PointerEvent): void {
      if (target instanceof Node && !trigger.current?.contains(target)) onOpenChange(false);
    }
    function onKeyDown({ key }: KeyboardEvent): void {
      if (key === 'Escape' || key === 'Tab') onOpenChange(false);
    }
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [trigger, isOpen, onOpenChange]);
  return null;
}
