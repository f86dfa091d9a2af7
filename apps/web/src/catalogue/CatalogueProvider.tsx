import type { ReactNode } from 'react';
import type { Catalogue } from '@sluice/schema';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { sayCatalogue } from './say-catalogue.ts';
import { CatalogueContext } from './use-catalogue.ts';

interface CatalogueProviderProps {
  /** Shown until the catalogue is there. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Fetches the catalogue once and hands it down, so that everything beneath can rely on it. */
export function CatalogueProvider({ fallback, children }: CatalogueProviderProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue'],
    queryFn: async ({ signal }) =>
      sayCatalogue(await request<Catalogue>('GET', '/catalogue', { signal })),
    staleTime: Infinity,
  });
  if (data) return <CatalogueContext value={data}>{children}</CatalogueContext>;
  if (!error) return fallback;
  return (
    <div className="mx-auto max-w-lg p-8">
      <ErrorBanner error={error} onRetry={() => void refetch()} />
    </div>
  );
}
