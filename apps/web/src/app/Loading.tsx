import { say } from '../words/say.ts';
import { Logo } from './Logo.tsx';

/** Fills the screen while the product starts. Appears only when that takes a moment. */
export function Loading() {
  return (
    <div role="status" className="grid h-full place-items-center">
      <div className="animate-pulse-soft">
        <Logo size={36} />
        <span className="sr-only">{say('ui.loading')}</span>
      </div>
    </div>
  );
}
