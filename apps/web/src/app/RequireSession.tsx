import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session.ts';
import { CatalogueProvider } from '../catalogue/CatalogueProvider.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Loading } from './Loading.tsx';

/** Lets only somebody who is logged in through, and gives them the catalogue. */
export function RequireSession() {
  const { data: session, error, refetch } = useSession();
  const location = useLocation();

  if (session) {
    return (
      <CatalogueProvider fallback={<Loading />}>
        <Outlet />
      </CatalogueProvider>
    );
  }
  if (session === null) {
    const next = location.pathname + location.search;
    return (
      <Navigate to={next === '/' ? '/login' : `/login?${new URLSearchParams({ next })}`} replace />
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
