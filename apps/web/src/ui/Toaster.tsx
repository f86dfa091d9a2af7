import { useEffect } from 'react';
import { later, useSpared } from './later.tsx';
import { onToastWanted } from './toast.ts';

const Toasts = later(() => import('./Toasts.tsx').then((module) => module.Toasts));

/** Milliseconds until the script of toasts is fetched though there is none; a page has been drawn by then. */
const PAUSE = 3000;

/** Where toasts appear. Stands once, beside the app, which goes on without it while its script cannot be had. */
export function Toaster() {
  const [isHere, ask] = useSpared(Toasts, PAUSE);
  // What there is to say waits meanwhile, and asks again with each further thing.
  useEffect(() => onToastWanted(ask), [ask]);
  return isHere && <Toasts />;
}
