import { later, useSoon } from '../../ui/later.tsx';
import { useCanvas } from '../canvas/use-canvas.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { useMayBuild } from '../state/may-build.ts';

const SelectionTools = later(() =>
  import('./SelectionTools.tsx').then((module) => module.SelectionTools),
);

/** What can be done with several selected things, above the drawing. */
export function SelectionBar() {
  const isFew = useCanvas(({ selectedIds }) => selectedIds.length < 2);
  const mayBuild = useMayBuild();
  useSoon(SelectionTools);
  if (isFew || !mayBuild) return null;
  return (
    <PartBoundary>
      <SelectionTools />
    </PartBoundary>
  );
}
