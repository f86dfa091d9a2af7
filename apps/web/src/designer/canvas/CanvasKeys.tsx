import { useCanvasKeys } from './use-canvas-keys.ts';

/** Listens to the keys of the drawing for as long as it is shown; draws nothing. */
export function CanvasKeys() {
  useCanvasKeys();
  return null;
}
