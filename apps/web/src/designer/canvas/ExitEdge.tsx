import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo } from 'react';
import { say } from '../../words/say.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useChangeMark } from './change-mark.ts';
import { edgePath } from './edge-path.ts';
import { paintOfEdge } from './paint.ts';
import type { CanvasEdge } from './project-flow.ts';
import { useCanvas } from './use-canvas.ts';
import { useCommands } from './use-commands.ts';

/** An edge from an exit to the step it leads to, with the colours of the painted run. */
export const ExitEdge = memo(function ExitEdge(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, sourceHandleId, selected } = props;
  const exit = sourceHandleId ?? 'next';
  const paint = useOfWatchedRun((run) => paintOfEdge(run, { source, exit, target }));
  const pointed = useCanvas((canvas) => canvas.pointedEdgeId === id);
  const isTarget = useCanvas((canvas) => canvas.dropEdgeId === id);
  const mark = useChangeMark(id);
  const mayBuild = useMayBuild();
  const { path, x, y } = edgePath(props);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={24}
        className="exit-edge"
        data-paint={paint}
        data-change={mark}
        data-pointed={pointed || isTarget || undefined}
        data-exit={exit === 'error' ? 'error' : undefined}
      />
      {(pointed || selected === true) && mayBuild && <EdgeButtons edgeId={id} x={x} y={y} />}
    </>
  );
});

function EdgeButtons({
  edgeId,
  x,
  y,
}: {
  readonly edgeId: string;
  readonly x: number;
  readonly y: number;
}) {
  const { canvas, screen } = useDesigner();
  const { disconnect } = useCommands();
  return (
    <EdgeLabelRenderer>
      <div
        className="edge-buttons nodrag nopan"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        onPointerEnter={() => canvas.getState().pointAt(edgeId)}
        onPointerLeave={() => canvas.getState().pointAt(undefined)}
      >
        <button
          type="button"
          aria-label={say('designer.canvas.edge.insert')}
          title={say('designer.canvas.edge.insert')}
          onClick={(event) =>
            screen.getState().open({
              name: 'quick-add',
              at: { x, y },
              screen: { x: event.clientX, y: event.clientY },
              end: { edgeId },
            })
          }
        >
          <Plus aria-hidden />
        </button>
        <button
          type="button"
          data-danger
          aria-label={say('designer.canvas.edge.delete')}
          title={say('designer.canvas.edge.delete')}
          onClick={() => disconnect([edgeId])}
        >
          <X aria-hidden />
        </button>
      </div>
    </EdgeLabelRenderer>
  );
}
