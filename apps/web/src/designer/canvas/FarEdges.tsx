import type { FlowEdge, Run } from '@sluice/schema';
import { ViewportPortal, useStore } from '@xyflow/react';
import { memo, useCallback, useContext, useMemo } from 'react';
import { type ChangeMark, ChangeMarksContext } from './change-mark.ts';
import { endsBetween, edgePath } from './edge-path.ts';
import { paintOfEdge } from './paint.ts';
import type { CanvasEdge, CanvasItem, CanvasNode } from './project-flow.ts';
import { useCanvas } from './use-canvas.ts';
import { usePainted } from './use-painted.ts';

/**
 * All edges as they are seen from afar: lines in one picture, a third of what React Flow needs for
 * each. There is nothing to take hold of, which from there would be too thin anyway.
 */
export function FarEdges() {
  // React Flow is a moment late with handing its own lines over and with taking them back.
  const isWithoutEdges = useStore((state) => state.edges.length === 0);
  return isWithoutEdges && <Lines />;
}

function Lines() {
  const nodes = useCanvas((state) => state.nodes);
  const edges = useCanvas((state) => state.edges);
  const dropEdgeId = useCanvas((state) => state.dropEdgeId);
  const marks = useContext(ChangeMarksContext);
  const lines = useLines();
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  return (
    <ViewportPortal>
      <svg className="far-edges" aria-hidden>
        {edges.map(
          (edge) =>
            edge.data && (
              <FarEdge
                key={edge.id}
                edge={edge.data.edge}
                line={lines(edge, byId.get(edge.source), byId.get(edge.target))}
                mark={marks?.get(edge.id)}
                pointed={edge.selected === true || edge.id === dropEdgeId}
              />
            ),
        )}
      </svg>
    </ViewportPortal>
  );
}

interface FarEdgeProps {
  readonly edge: FlowEdge;
  readonly line: string | undefined;
  readonly mark: ChangeMark | undefined;
  readonly pointed: boolean;
}

/** One line. */
const FarEdge = memo(function FarEdge({ edge, line, mark, pointed }: FarEdgeProps) {
  const painted = usePainted(useCallback((run: Run | undefined) => paintOfEdge(run, edge), [edge]));
  return (
    <path
      ref={painted}
      d={line}
      className="exit-edge"
      data-exit={edge.exit === 'error' ? 'error' : undefined}
      data-change={mark}
      data-pointed={pointed || undefined}
    />
  );
});

/** Draws lines, and hands back the one from before while neither of its cards has changed. */
function useLines() {
  return useMemo(() => {
    const known = new Map<string, { source: CanvasNode; target: CanvasNode; line?: string }>();
    return (edge: CanvasEdge, source?: CanvasItem, target?: CanvasItem): string | undefined => {
      if (source?.type !== 'node' || target?.type !== 'node') return undefined;
      const before = known.get(edge.id);
      if (before?.source === source && before.target === target) return before.line;
      const ends = endsBetween(source, edge.sourceHandle ?? 'next', target);
      const line = ends && edgePath(ends).path;
      known.set(edge.id, { source, target, ...(line !== undefined && { line }) });
      return line;
    };
  }, []);
}
