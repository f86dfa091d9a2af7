import type { ReactNode } from 'react';
import { say } from '../words/say.ts';
import { Sidebar } from './Sidebar.tsx';
import { useScrollPlace } from './use-scroll-place.ts';

/** The frame around every page but the designer: the ways to go at the left, the page beside them. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const scrollPlace = useScrollPlace();
  return (
    <div className="flex h-full">
      <a
        href="#main"
        className="sr-only z-60 rounded-r1 bg-accent font-medium text-accent-ink focus:not-sr-only focus:fixed focus:px-3 focus:py-2 focus:top-2 focus:left-2"
      >
        {say('app.skip-to-page')}
      </a>
      <Sidebar />
      <main
        id="main"
        tabIndex={-1}
        data-quiet-focus
        className="min-w-0 flex-1 overflow-y-auto"
        {...scrollPlace}
      >
        {children}
      </main>
    </div>
  );
}
