import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useSession } from '../api/session.ts';
import { CatalogueProvider } from '../catalogue/CatalogueProvider.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Loading } from './Loading.tsx';
import { usePlace } from './place.ts';

/** Lets only somebody who is logged in through, and gives them the catalogue. */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useSession();
  const { path, search } = usePlace();

  if (session) {
    return <CatalogueProvider fallback={<Loading />}>{children}</CatalogueProvider>;
  }
  if (session === null) {
    const next = path + search;
    return (
      <Redirect to={next === '/' ? '/login' : `/login?${new URLSearchParams({ next })}`} replace />
    );
  }
  if (!error) return <Loading />;
  return (
    <main className="mx-auto max-w-lg p-8">
      <title>Sluice</title>
      <ErrorBanner error={error} onRetry={() => void refetch()} />
    </main>
  );
}
