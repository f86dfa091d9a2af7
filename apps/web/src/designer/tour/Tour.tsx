import { useEffect, useId, useRef, useState } from 'react';
import { later, useSoon } from '../../ui/later.tsx';
import { useScreen } from '../state/use-screen.ts';
import { stopsHere } from './tour-stops.ts';

const TourPanel = later(() => import('./TourPanel.tsx').then((module) => module.TourPanel));

/** The tour while it is taken. The focus goes back to where it was when it ends. */
export function Tour() {
  const at = useScreen((screen) => screen.tourStop);
  useSoon(TourPanel);
  return at === undefined ? null : <Touring at={at} />;
}

function Touring({ at }: { readonly at: number }) {
  const show = useScreen((screen) => screen.showTour);
  const id = useId();
  const [stops] = useState(stopsHere);
  const before = useRef(document.activeElement);
  const stop = stops[at];
  const end = () => {
    show(undefined);
    const back = before.current?.isConnected && before.current !== document.body;
    const target = back ? before.current : document.querySelector('[data-tour="help"]');
    if (target instanceof HTMLElement) requestAnimationFrame(() => target.focus());
  };
  useEffect(() => {
    if (!stop) show(undefined);
  }, [stop, show]);
  return (
    stop && (
      <TourPanel
        key={at}
        id={id}
        stop={stop}
        place={{ number: at + 1, of: stops.length }}
        onGo={(by) => show(at + by)}
        onEnd={end}
      />
    )
  );
}
