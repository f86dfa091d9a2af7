import { later, useSoon } from '../../ui/later.tsx';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useMayBuild } from '../state/may-build.ts';

const SelectionTools = later(() =>
  import('./SelectionTools.tsx').then((module) => module.SelectionTools),
);

/** What can be done with several selected things, above the drawing. */
export function SelectionBar() {
  const isFew = useCanvas(({ selectedIds }) => selectedIds.length < 2);
  const mayBuild = useMayBuild();
  useSoon(SelectionTools);
  return isFew || !mayBuild ? null : <SelectionTools />;
}
