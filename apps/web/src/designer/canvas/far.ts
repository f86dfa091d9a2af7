import { useStore } from '@xyflow/react';
import { createContext, useContext } from 'react';

/** Below this zoom text cannot be read any more. */
const FAR = 0.3;

/** Whether the drawing is seen from afar, for everything on the canvas. */
export const FarContext = createContext(false);

/** Whether to draw only what can be told from afar: shapes, colours and states. */
export function useFar(): boolean {
  return useContext(FarContext);
}

/** Whether the eye is that far away now. Changes only where that begins and ends, not while a view moves. */
export function useIsFarAway(): boolean {
  return useStore((state) => state.transform[2] < FAR);
}
