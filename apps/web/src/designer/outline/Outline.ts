import { Loading } from '../../app/Loading.tsx';
import { later } from '../../ui/later.tsx';

/** The list, with the way back to the canvas above it. Its script comes by itself. */
export const Outline = later(
  () => import('./OutlineFrame.tsx').then((module) => module.OutlineFrame),
  Loading,
);
