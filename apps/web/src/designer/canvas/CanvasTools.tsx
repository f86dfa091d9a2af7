import { Panel, useReactFlow } from '@xyflow/react';
import { Maximize2, Workflow } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { HelpMenu } from '../tour/HelpMenu.tsx';
import { useTidyUp } from './use-tidy-up.ts';
import { ZoomTools } from './ZoomTools.tsx';

/** The tools at the canvas's lower left: zoom, fit, tidy up, help. */
export function CanvasTools() {
  const { fitView } = useReactFlow();
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
        <HelpMenu />
      </div>
    </Panel>
  );
}
