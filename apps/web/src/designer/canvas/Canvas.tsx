import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react';
import { memo, useCallback, useRef, useState } from 'react';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { CanvasTools } from './CanvasTools.tsx';
import { ExitEdge } from './ExitEdge.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FarContext, useFar, useIsFarAway } from './far.ts';
import { FarEdges } from './FarEdges.tsx';
import { NodeCard } from './NodeCard.tsx';
import { NoteCard } from './NoteCard.tsx';
import { type CanvasEdge, type CanvasItem, placeInFlow } from './project-flow.ts';
import { canvasLabels } from './canvas-labels.ts';
import { useCanvas } from './use-canvas.ts';
import { SelectionBar } from '../commands/SelectionBar.tsx';
import { useCanvasMenus } from './use-canvas-menus.ts';
import { useConnecting } from './use-connecting.ts';
import { useDropping } from './use-dropping.ts';
import { useKnownSizes } from './use-known-sizes.ts';
import { usePointingAtEdges } from './use-pointing-at-edges.ts';
import { useSteadyMiddle } from './use-steady-middle.ts';

const nodeTypes = { node: NodeCard, note: NoteCard };
const edgeTypes = { exit: ExitEdge };
const fitView = { padding: 0.12, maxZoom: 1 };
const mapSize = { width: 150, height: 92 };
const options = { hideAttribution: true };
const noEdges: CanvasEdge[] = [];

interface CanvasProps {
  /** Shows a drawing to be looked at, without tools and keys. */
  readonly preview?: boolean;
}

/** The drawing: cards and edges that can be moved, connected and added to. */
export function Canvas({ preview = false }: CanvasProps) {
  const { document } = useDesigner();
  const nodes = useCanvas((state) => state.nodes);
  const edges = useCanvas((state) => state.edges);
  const changeNodes = useCanvas((state) => state.changeNodes);
  const changeEdges = useCanvas((state) => state.changeEdges);
  const empty = useFlowDocument(({ flow }) => flow.nodes.length === 0);
  const mayBuild = useMayBuild();
  // Fitting waits for the first node; on a canvas that began empty that would move what was dropped.
  const [hadNodes] = useState(!empty);
  const section = useRef<HTMLElement>(null);
  const far = useIsFarAway();
  useKnownSizes();
  useSteadyMiddle(section);
  const connecting = useConnecting();
  const dropping = useDropping();
  const menus = useCanvasMenus();
  const pointing = usePointingAtEdges();

  const place = useCallback(
    (_event: unknown, _item: CanvasItem | undefined, moved: readonly CanvasItem[]) => {
      const positions = moved.filter((item) => {
        const was = placeInFlow(item);
        return item.position.x !== was.x || item.position.y !== was.y;
      });
      if (positions.length === 0) return;
      document.getState().edit({
        edit: 'move-nodes',
        positions: Object.fromEntries(positions.map((node) => [node.id, rounded(node.position)])),
      });
    },
    [document],
  );
  const placeSelection = useCallback(
    (event: unknown, moved: readonly CanvasItem[]) => place(event, undefined, moved),
    [place],
  );

  return (
    <section
      ref={section}
      className="canvas"
      tabIndex={-1}
      data-quiet-focus
      data-far={far || undefined}
      aria-label={preview ? say('designer.canvas.of-version') : say('designer.canvas.title')}
    >
      <FarContext value={far}>
        <ReactFlow
          nodes={nodes}
          edges={far ? noEdges : edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={changeNodes}
          onEdgesChange={changeEdges}
          {...connecting}
          {...dropping}
          onNodeDragStop={place}
          onSelectionDragStop={placeSelection}
          {...(!preview && menus)}
          {...pointing}
          nodesDraggable={mayBuild}
          nodesConnectable={mayBuild}
          connectionLineType={ConnectionLineType.SmoothStep}
          connectionRadius={28}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
          deleteKeyCode={null}
          disableKeyboardA11y
          edgesFocusable={false}
          zoomOnDoubleClick={false}
          // From afar nearly all is in view; taking cards in and out at the rim would cost more.
          onlyRenderVisibleElements={!far}
          minZoom={0.1}
          maxZoom={2}
          fitView={hadNodes}
          fitViewOptions={fitView}
          proOptions={options}
          ariaLabelConfig={canvasLabels}
        >
          {!far && <Background variant={BackgroundVariant.Dots} gap={20} size={2} />}
          <FarEdges />
          {!preview && <Surroundings />}
        </ReactFlow>
      </FarContext>
      {empty && !preview && <EmptyCanvas />}
    </section>
  );
}

/** What stands on the canvas but moves with no node, and so is not drawn again while one is dragged. */
const Surroundings = memo(function Surroundings() {
  const far = useFar();
  return (
    <>
      <MiniMap
        className="canvas-map"
        style={mapSize}
        pannable
        zoomable
        ariaLabel={say('designer.canvas.map')}
        nodeBorderRadius={far ? 0 : 12}
        nodeClassName={mapClass}
      />
      <CanvasTools />
      <SelectionBar />
    </>
  );
});

function mapClass(item: CanvasItem): string {
  return item.type === 'note' ? 'note-on-map' : item.data.node.kind;
}

function rounded({ x, y }: { readonly x: number; readonly y: number }) {
  return { x: Math.round(x), y: Math.round(y) };
}
