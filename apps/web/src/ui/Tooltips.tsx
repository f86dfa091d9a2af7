import { useEffect } from 'react';
import { Tooltip as Radix } from 'radix-ui';
import { useStore } from 'zustand';
import { type TouchedTrigger, touch, touchedTriggers } from './tooltip-triggers.ts';
import { HeardTrigger } from './HeardTrigger.tsx';

/** The tooltips of all elements that the pointer or the focus has been on. */
export function Tooltips() {
  const touched = useStore(touchedTriggers);
  useEffect(listen, []);
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={150}>
      {touched.map((each) => (
        <OneTooltip key={each.id} {...each} />
      ))}
    </Radix.Provider>
  );
}

function OneTooltip({ element, words, by }: TouchedTrigger) {
  const { text, side } = useStore(words);
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <HeardTrigger element={element} missed={by} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 max-w-72 animate-fade rounded-r1 bg-ink px-2 py-1 text-hint font-medium text-bg shadow-2"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function listen(): () => void {
  const onPointerOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') touch(target, 'pointermove');
  };
  const onFocusIn = ({ target }: FocusEvent) => touch(target, 'focusin');
  document.addEventListener('pointerover', onPointerOver, { capture: true });
  document.addEventListener('focusin', onFocusIn, { capture: true });
  // The pointer and the focus may have come to where they are before this script did.
  touch([...document.querySelectorAll(':hover')].at(-1) ?? null, 'pointermove');
  touch(document.activeElement, 'focusin');
  return () => {
    document.removeEventListener('pointerover', onPointerOver, { capture: true });
    document.removeEventListener('focusin', onFocusIn, { capture: true });
  };
}
