import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { cornerAround, droppedType, isNodeDrag } from './node-drag.ts';
import { useCommands } from './use-commands.ts';

interface Dropping {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Takes what is dropped from the palette: onto the canvas it is added, onto an edge it is inserted. */
export function useDropping(): Dropping {
  const { canvas } = useDesigner();
  const { addAt } = useCommands();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    const dropOn = (edgeId: string | undefined) => {
      if (canvas.getState().dropEdgeId !== edgeId) canvas.getState().dropOn(edgeId);
    };
    return {
      onDragOver: (event) => {
        if (!isNodeDrag(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        dropOn(edgeUnder(event.target));
      },
      onDragLeave: () => dropOn(undefined),
      onDrop: (event) => {
        const type = droppedType(event.dataTransfer);
        if (type === undefined) return;
        event.preventDefault();
        dropOn(undefined);
        const edgeId = edgeUnder(event.target);
        const middle = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        addAt(type, cornerAround(middle), edgeId === undefined ? undefined : { edgeId });
      },
    };
  }, [addAt, canvas, screenToFlowPosition]);
}

function edgeUnder(target: EventTarget): string | undefined {
  const edge = target instanceof Element && target.closest('.react-flow__edge');
  return edge ? (edge.getAttribute('data-id') ?? undefined) : undefined;
}
