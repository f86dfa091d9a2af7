import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import type { TourStop } from './tour-stops.ts';
import { useRectOf } from './use-rect-of.ts';

interface TourPanelProps {
  readonly id: string;
  readonly stop: TourStop;
  readonly place: { readonly number: number; readonly of: number };
  /** One stop on, or back. */
  readonly onGo: (by: 1 | -1) => void;
  readonly onEnd: () => void;
}

/** One stop of the tour: a frame around what it speaks of, and a panel beside it. */
export function TourPanel({ id, stop, place, onGo, onEnd }: TourPanelProps) {
  const rect = useRectOf(stop.target);
  const anchor = useRef({
    getBoundingClientRect: () =>
      document.querySelector(stop.target)?.getBoundingClientRect() ?? new DOMRect(),
  });
  const next = useRef<HTMLButtonElement>(null);
  const isLast = place.number === place.of;
  return (
    <Popover.Root open onOpenChange={(open) => open || onEnd()}>
      {rect && (
        <div
          aria-hidden
          data-tour-frame
          className="pointer-events-none fixed z-30 rounded-r2 outline-2 -outline-offset-1 outline-accent"
          style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
        />
      )}
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          side={stop.side}
          sideOffset={10}
          collisionPadding={12}
          updatePositionStrategy="always"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            next.current?.focus();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // What it speaks of may be tried at once.
          onInteractOutside={(event) => event.preventDefault()}
          className="z-50 flex w-80 max-w-[calc(100vw-24px)] animate-pop flex-col gap-1.5 rounded-r2 border bg-raised p-4 shadow-3 outline-none"
        >
          <p className="text-hint text-muted">
            {say('designer.tour.place', { number: place.number, of: place.of })}
          </p>
          <h2 id={`${id}-title`} className="text-[14px] font-semibold">
            {say(stop.title)}
          </h2>
          <p id={`${id}-text`} className="text-muted">
            {say(stop.text)}
          </p>
          <div className="mt-2 flex items-center gap-2">
            <Button size="small" variant="ghost" className="-ml-2" onClick={onEnd}>
              {say('designer.tour.end')}
            </Button>
            <span className="flex-1" />
            {place.number > 1 && (
              <Button size="small" onClick={() => onGo(-1)}>
                {say('designer.tour.back')}
              </Button>
            )}
            <Button
              ref={next}
              size="small"
              variant="primary"
              onClick={() => (isLast ? onEnd() : onGo(1))}
            >
              {isLast ? say('ui.done') : say('designer.tour.next')}
            </Button>
          </div>
          <Popover.Arrow className="fill-raised" />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
