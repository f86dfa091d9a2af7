import { useStore } from '@xyflow/react';
import { createContext, useContext, useDeferredValue } from 'react';

/** Below this zoom text cannot be read any more. */
const FAR = 0.4;

/** Whether the drawing is seen from afar, for everything on the canvas. */
export const FarContext = createContext(false);

/** Whether to draw only what can be told from afar: shapes, colours and states. */
export function useFar(): boolean {
  return useContext(FarContext);
}

/**
 * Whether the eye is that far away now. Changes only where that begins and ends, not while a view moves.
 *
 * Coming near, the cards get their faces in the pauses between frames, so that the view does not stop.
 */
export function useIsFarAway(): boolean {
  const isFar = useStore((state) => state.transform[2] < FAR);
  const wasFar = useDeferredValue(isFar);
  return isFar || wasFar;
}
