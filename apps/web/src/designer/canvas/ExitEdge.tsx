import {
  BaseEdge,
  EdgeLabelRenderer,
  type EdgeProps,
  Position,
  getSmoothStepPath,
} from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo } from 'react';
import { say } from '../../words/say.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useChangeMark } from './change-mark.ts';
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
  const [path, x, y] = getSmoothStepPath({
    sourceX: props.sourceX,
    sourceY: props.sourceY,
    targetX: props.targetX,
    targetY: props.targetY,
    sourcePosition: props.sourcePosition,
    targetPosition: props.targetPosition,
    borderRadius: 14,
    offset: 22,
    ...bend(props),
  });
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

/**
 * Where the upright part of an edge stands: past the exit's label when there is room, so that the
 * label lies on a straight stretch.
 */
function bend(edge: EdgeProps<CanvasEdge>): { centerX?: number } {
  const labelled = edge.sourceHandleId !== 'next' && edge.sourcePosition === Position.Right;
  const room = edge.targetX - edge.sourceX;
  if (!labelled || room < 60) return {};
  return { centerX: edge.targetX - 24 };
}

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
