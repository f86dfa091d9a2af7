import { createContext, useContext } from 'react';

/** Where in the product a person is: the address whose page is on the screen. */
export interface Place {
  /** As it stands in the address, still encoded. */
  readonly path: string;
  /** The query with its question mark, still encoded. */
  readonly search: string;
  /** Whether its page was opened for it, was there already, or was come back to in the history. */
  readonly came: 'opened' | 'changed' | 'stepped';
}

/** Goes to an address of the product, or lets it take the place of the present one in the history. */
export type Go = (to: string | URL, options?: GoOptions) => void;

interface GoOptions {
  readonly replace?: boolean | undefined;
}

interface Whereabouts {
  /** Another object after every move. */
  readonly place: Place;
  readonly go: Go;
}

/** Holds the place for everything beneath `PageRouter`, and the way to another. */
export const PlaceContext = createContext<Whereabouts | undefined>(undefined);

/** Where one is. */
export function usePlace(): Place {
  return useWhereabouts().place;
}

/** How the router learns of the address and changes it. */
export const placeHook = Object.assign(usePathAndGo, { searchHook: useSearch });

function usePathAndGo(): [string, Go] {
  const { place, go } = useWhereabouts();
  return [place.path, go];
}

function useSearch(): string {
  return usePlace().search;
}

function useWhereabouts(): Whereabouts {
  const whereabouts = useContext(PlaceContext);
  if (!whereabouts) throw new Error('A place is known only beneath a PageRouter.');
  return whereabouts;
}
