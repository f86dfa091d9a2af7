import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import { Router, matchRoute, useRouter } from 'wouter';
import { type FetchedPage, browserPlace, createPageHistory } from './page-history.ts';
import { PlaceContext, placeHook } from './place.ts';

interface PageRouterProps {
  /** The pages whose scripts come by themselves, by the pattern of their paths. */
  readonly pages: Readonly<Record<string, FetchedPage>>;
  readonly children: ReactNode;
}

/**
 * Lets everything beneath it know where one is, and move on. The page on the screen stays, and keeps
 * its own address, until the next one can be drawn.
 */
export function PageRouter({ pages, children }: PageRouterProps) {
  const { parser } = useRouter();
  const [place, setPlace] = useState(() => browserPlace('opened'));
  const [{ go, step }] = useState(() =>
    createPageHistory(
      (path) => Object.entries(pages).find(([each]) => matchRoute(parser, each, path)[0])?.[1],
      (next) => startTransition(() => setPlace(next)),
    ),
  );

  useEffect(() => {
    window.addEventListener('popstate', step);
    return () => window.removeEventListener('popstate', step);
  }, [step]);

  return (
    <PlaceContext value={useMemo(() => ({ place, go }), [place, go])}>
      <Router hook={placeHook}>{children}</Router>
    </PlaceContext>
  );
}
