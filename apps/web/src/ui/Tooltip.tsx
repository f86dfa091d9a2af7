import type { ReactNode } from 'react';
import { Tooltip as Radix } from 'radix-ui';

interface TooltipProps {
  readonly text: ReactNode;
  /** One element that can be focused. */
  readonly children: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A short text that appears on hover and on focus. Needs a `TooltipProvider` above it. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
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

/** Lets tooltips share their delay; stands once around the whole app. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={150}>
      {children}
    </Radix.Provider>
  );
}
