import { useEffect, useState } from 'react';
import { later } from './later.tsx';
import { onToastWanted } from './toast.ts';

const Toasts = later(() => import('./Toasts.tsx').then((module) => module.Toasts));

/** Milliseconds until the script of toasts is fetched though there is none; a page has been drawn by then. */
const PAUSE = 3000;

/** Where toasts appear. Stands once, beside the app. */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    onToastWanted(() => setWanted(true));
    const timer = setTimeout(() => setWanted(true), PAUSE);
    return () => clearTimeout(timer);
  }, []);
  return isWanted && <Toasts />;
}
