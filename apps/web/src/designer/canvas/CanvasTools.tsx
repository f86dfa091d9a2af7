import { Panel } from '@xyflow/react';
import { Command, ListTree, Maximize2, StickyNote, Workflow } from 'lucide-react';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { say } from '../../words/say.ts';
import { keyCaps } from '../commands/shortcut.ts';
import { showFlowAs } from '../outline/show-flow-as.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { HelpMenu } from '../tour/HelpMenu.tsx';
import { useCanvas } from './use-canvas.ts';
import { useCommands } from './use-commands.ts';
import { useView } from './use-view.ts';
import { ZoomTools } from './ZoomTools.tsx';

/** The tools at the canvas's lower left: zoom, fit, tidy up, notes, the list, commands, help. */
export function CanvasTools() {
  const view = useView();
  const { addNote, tidyUp } = useCommands();
  const open = useScreen((screen) => screen.open);
  const designer = useDesigner();
  const selectedIds = useCanvas((canvas) => canvas.selectedIds);
  const empty = useFlowDocument(({ flow }) => flow.nodes.length === 0);
  const mayBuild = useMayBuild();

  async function tidy() {
    await tidyUp(selectedIds);
    if (selectedIds.length < 2) requestAnimationFrame(view.fit);
  }

  return (
    <Panel position="bottom-left" className="canvas-tools">
      <ZoomTools />
      <div className="tool-group">
        <button type="button" disabled={empty} onClick={view.fit}>
          <Maximize2 aria-hidden />
          <span className="tool-word">{say('designer.canvas.fit')}</span>
        </button>
      </div>
      {mayBuild && (
        <div className="tool-group">
          <button type="button" disabled={empty} onClick={() => void tidy()}>
            <Workflow aria-hidden />
            <span className="tool-word">{say('designer.commands.tidy-up')}</span>
          </button>
          <Tooltip text={`${say('designer.commands.add-note')} (T)`}>
            <button
              type="button"
              aria-label={say('designer.commands.add-note')}
              onClick={() => addNote(view.freePlace())}
            >
              <StickyNote aria-hidden />
            </button>
          </Tooltip>
        </div>
      )}
      <div className="tool-group">
        <Tooltip text={`${say('designer.outline.show')} (L)`}>
          <button
            type="button"
            aria-label={say('designer.outline.show')}
            onClick={() => void showFlowAs('list', designer)}
          >
            <ListTree aria-hidden />
          </button>
        </Tooltip>
        <Tooltip text={`${say('designer.commands.palette')} (${keyCaps('Mod+k').join(' ')})`}>
          <button
            type="button"
            aria-label={say('designer.commands.palette')}
            onClick={() => open({ name: 'commands' })}
          >
            <Command aria-hidden />
          </button>
        </Tooltip>
        <HelpMenu />
      </div>
    </Panel>
  );
}
