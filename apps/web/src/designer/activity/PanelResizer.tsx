import type { KeyboardEvent, PointerEvent } from 'react';
import { say } from '../../words/say.ts';
import { ACTIVITY_HEIGHT } from '../state/screen.ts';
import { useScreen } from '../state/use-screen.ts';

const STEP = 24;

/** The panel's upper edge: drag it, or move it with the arrows, to make the panel higher or lower. */
export function PanelResizer() {
  const height = useScreen((screen) => screen.activityHeight);
  const show = useScreen((screen) => screen.showActivity);

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    show({ activityHeight: window.innerHeight - event.clientY });
  }

  function press(event: KeyboardEvent) {
    const next = {
      ArrowUp: height + STEP,
      ArrowDown: height - STEP,
      Home: ACTIVITY_HEIGHT.most,
      End: ACTIVITY_HEIGHT.least,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    show({ activityHeight: next });
  }

  return (
    <div
      role="separator"
      aria-label={say('designer.activity.height')}
      aria-orientation="horizontal"
      aria-valuemin={ACTIVITY_HEIGHT.least}
      aria-valuemax={ACTIVITY_HEIGHT.most}
      aria-valuenow={height}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => show({ activityHeight: ACTIVITY_HEIGHT.usual })}
      onKeyDown={press}
      className="absolute inset-x-0 -top-1 z-10 h-2 cursor-row-resize touch-none after:absolute after:inset-x-0 after:top-1 after:h-px hover:after:bg-accent focus-visible:after:bg-accent"
    />
  );
}
