import { createContext, useContext } from 'react';

/** What became of a node or an edge between the two drawings that a canvas compares. */
export type ChangeMark = 'added' | 'removed' | 'changed' | 'moved';

/** The marks of a canvas that compares two drawings, by the ids of nodes and edges. */
export const ChangeMarksContext = createContext<ReadonlyMap<string, ChangeMark> | undefined>(
  undefined,
);

/** How a node or an edge is marked; undefined on a canvas that compares nothing. */
export function useChangeMark(id: string): ChangeMark | undefined {
  return useContext(ChangeMarksContext)?.get(id);
}
