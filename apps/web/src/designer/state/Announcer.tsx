import { useStore } from 'zustand';
import { useDesigner } from './designer-context.ts';

/** Reads out what has just changed on the page to those who cannot see it. */
export function Announcer() {
  const text = useStore(useDesigner().announcements, (state) => state.text);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
