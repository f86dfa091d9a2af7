import { useReactFlow, useStore } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';

const GENTLY = { duration: 160 };

/** Zoom out, the zoom in per cent (press for 100 %), zoom in. */
export function ZoomTools() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore((store) => Math.round(store.transform[2] * 100));
  return (
    <div className="tool-group" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom out" onClick={() => void zoomOut(GENTLY)}>
        <Minus aria-hidden />
      </button>
      <button
        type="button"
        className="w-16 whitespace-nowrap tabular-nums"
        aria-label={`Zoom is ${percent} %. Set it to 100 %`}
        onClick={() => void zoomTo(1, GENTLY)}
      >
        {percent} %
      </button>
      <button type="button" aria-label="Zoom in" onClick={() => void zoomIn(GENTLY)}>
        <Plus aria-hidden />
      </button>
    </div>
  );
}
