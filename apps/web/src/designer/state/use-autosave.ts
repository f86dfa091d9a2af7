import { createContext, useContext } from 'react';
import type { Autosave } from './autosave.ts';

/** Hands the page's autosave to the buttons that want a draft saved first. */
export const AutosaveContext = createContext<Autosave | undefined>(undefined);

/** The autosave of this designer page. */
export function useAutosave(): Autosave {
  const autosave = useContext(AutosaveContext);
  if (!autosave) throw new Error('Only what a designer page shows can save its flow.');
  return autosave;
}
