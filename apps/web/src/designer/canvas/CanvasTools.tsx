import { Panel, useReactFlow } from '@xyflow/react';
import { Keyboard, Maximize2, Workflow } from 'lucide-react';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { useTidyUp } from './use-tidy-up.ts';
import { ZoomTools } from './ZoomTools.tsx';

/** The tools at the canvas's lower left: zoom, fit, tidy up, the list of keys. */
export function CanvasTools() {
  const { fitView } = useReactFlow();
  const open = useScreen((screen) => screen.open);
  const empty = useFlowDocument(({ flow }) => flow.nodes.length === 0);
  const mayBuild = useMayBuild();
  const tidyUp = useTidyUp();
  return (
    <Panel position="bottom-left" className="canvas-tools">
      <ZoomTools />
      <div className="tool-group">
        <button
          type="button"
          disabled={empty}
          onClick={() => void fitView({ padding: 0.12, maxZoom: 1, duration: 180 })}
        >
          <Maximize2 aria-hidden />
          {say('designer.canvas.fit')}
        </button>
      </div>
      {mayBuild && (
        <div className="tool-group">
          <button type="button" disabled={empty} onClick={() => void tidyUp()}>
            <Workflow aria-hidden />
            {say('designer.canvas.tidy-up')}
          </button>
        </div>
      )}
      <div className="tool-group">
        <Tooltip text={say('designer.canvas.keys')}>
          <button
            type="button"
            aria-label={say('designer.canvas.shortcuts.title')}
            onClick={() => open({ name: 'shortcuts' })}
          >
            <Keyboard aria-hidden />
          </button>
        </Tooltip>
      </div>
    </Panel>
  );
}
