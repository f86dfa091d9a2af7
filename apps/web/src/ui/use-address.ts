import { useCallback, useMemo } from 'react';
import { useLocation, useRouter } from 'wouter';

/** Changes parts of an address's query at once; undefined takes one out. */
export type ChangeAddress = (parts: Readonly<Record<string, string | undefined>>) => void;

/** The query of the page's address, and how to change it without a step in the history. */
export function useAddress(): readonly [URLSearchParams, ChangeAddress, () => void] {
  const [, navigate] = useLocation();
  const router = useRouter();
  // As it is written: the router's own `useSearch` has decoded it once, and so reads %2541 as A.
  const written = router.searchHook(router);
  const search = useMemo(() => new URLSearchParams(written), [written]);

  const write = useCallback(
    (next: string) => {
      const { pathname } = window.location;
      navigate(next === '' ? pathname : `${pathname}?${next}`, { replace: true });
    },
    [navigate],
  );
  const change = useCallback<ChangeAddress>(
    (parts) => {
      // Words settle while another part may be changing: what was rendered last can be behind.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(parts)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      write(next.toString());
    },
    [write],
  );

  return [search, change, () => write('')];
}
