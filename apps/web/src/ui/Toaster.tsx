import { useEffect, useState } from 'react';
import { later } from './later.tsx';
import { onToastWanted } from './toast.ts';

const Toasts = later(() => import('./Toasts.tsx').then((module) => module.Toasts));

/** Milliseconds until the script of toasts is fetched though there is none; a page has been drawn by then. */
const PAUSE = 3000;

/** Where toasts appear. Stands once, beside the app, which goes on without it while its script cannot be had. */
export function Toaster() {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    // What there is to say waits meanwhile, and asks again with each further thing.
    const fetch = () =>
      void Toasts.fetch().then(
        () => setHere(true),
        () => undefined,
      );
    onToastWanted(fetch);
    const timer = setTimeout(fetch, PAUSE);
    window.addEventListener('online', fetch);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', fetch);
    };
  }, []);
  return isHere && <Toasts />;
}
