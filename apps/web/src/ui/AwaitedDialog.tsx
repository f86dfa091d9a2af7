import { useEffect, useState } from 'react';
import { say } from '../words/say.ts';
import { Button } from './Button.tsx';
import { Spinner } from './Spinner.tsx';

/** Milliseconds after which one says that a dialog comes; nearly all are there before. */
const PAUSE = 400;

/** Stands for a dialog whose script still comes. It says so after a moment, and Escape gives the dialog up. */
export function AwaitedDialog({ onClose }: { readonly onClose: () => void }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PAUSE);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    }
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [onClose]);
  // What is typed meanwhile is meant for the dialog, so it must not act on what is beneath.
  return (
    <div data-awaited role="status" className="fixed inset-x-0 top-[20vh] z-40 mx-auto w-fit">
      {isLate && (
        <div className="flex animate-fade items-center gap-3 rounded-r2 border bg-raised py-2 pr-2 pl-4 shadow-2">
          <Spinner />
          {say('ui.loading')}
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
        </div>
      )}
    </div>
  );
}
