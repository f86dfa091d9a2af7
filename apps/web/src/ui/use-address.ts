import { useSearchParams } from 'react-router';

/** Changes parts of an address's query at once; undefined takes one out. */
export type ChangeAddress = (parts: Readonly<Record<string, string | undefined>>) => void;

/** The query of the page's address, and how to change it without a step in the history. */
export function useAddress(): readonly [URLSearchParams, ChangeAddress, () => void] {
  const [search, setSearch] = useSearchParams();

  function change(parts: Readonly<Record<string, string | undefined>>) {
    // Words settle while another part may be changing: what was rendered last can be behind.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(parts)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  }

  return [search, change, () => setSearch({}, { replace: true })];
}
