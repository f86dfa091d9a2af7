import { type RefObject, createContext, useContext } from 'react';
import type { Pill } from '@sluice/schema';

/** The input that was focused last: where a click in the list of values puts its pill. */
export interface InsertTarget {
  readonly label: string;
  readonly insert: (pill: Pill) => void;
}

const nowhere: RefObject<InsertTarget | undefined> = { current: undefined };

/** Lets the inputs of one form say which of them was focused last. */
export const LastInputContext = createContext<RefObject<InsertTarget | undefined>>(nowhere);

/** The place where the last focused input is kept. */
export function useLastInput(): RefObject<InsertTarget | undefined> {
  return useContext(LastInputContext);
}
