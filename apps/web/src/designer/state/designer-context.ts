import { createContext, useContext } from 'react';
import type { Designer } from './designer.ts';

/** Hands the stores of one designer page to all that it shows. */
export const DesignerContext = createContext<Designer | undefined>(undefined);

/** The stores of this designer page. */
export function useDesigner(): Designer {
  const designer = useContext(DesignerContext);
  if (!designer) throw new Error('Only what a designer page shows can ask for its flow.');
  return designer;
}
