import { type ReactNode, useEffect } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { onUnauthorised } from '../api/request.ts';
import { sessionKey } from '../api/session.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { TooltipLayer } from '../ui/Tooltip.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { queryClient } from './query-client.ts';

/** What every page needs around it. */
export function Providers({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    onUnauthorised(() => queryClient.setQueryData(sessionKey, null));
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <OfflineBanner />
      {children}
      <Toaster />
      <TooltipLayer />
    </QueryClientProvider>
  );
}
