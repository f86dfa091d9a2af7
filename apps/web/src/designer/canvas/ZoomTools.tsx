import { useReactFlow, useStore } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';
import { say } from '../../words/say.ts';

const GENTLY = { duration: 160 };

/** Zoom out, the zoom in per cent (press for 100 %), zoom in. */
export function ZoomTools() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore((store) => Math.round(store.transform[2] * 100));
  return (
    <div className="tool-group" role="group" aria-label={say('designer.canvas.zoom.title')}>
      <button
        type="button"
        aria-label={say('designer.canvas.zoom.out')}
        onClick={() => void zoomOut(GENTLY)}
      >
        <Minus aria-hidden />
      </button>
      <button
        type="button"
        className="w-16 whitespace-nowrap tabular-nums"
        aria-label={say('designer.canvas.zoom.reset', { percent })}
        onClick={() => void zoomTo(1, GENTLY)}
      >
        {percent} %
      </button>
      <button
        type="button"
        aria-label={say('designer.canvas.zoom.in')}
        onClick={() => void zoomIn(GENTLY)}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
