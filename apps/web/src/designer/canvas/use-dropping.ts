import { type NodeId, manifestIndex } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { focusNode } from './focus-node.ts';
import { cornerAround, draggedType, droppedType, isNodeDrag } from './node-drag.ts';
import { useCommands } from './use-commands.ts';

interface Dropping {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/**
 * Takes what is dropped from the palette: onto the canvas it is added, onto an edge it is inserted,
 * and onto a node of its kind it takes that node's place.
 */
export function useDropping(): Dropping {
  const { addAt } = useCommands();
  const designer = useDesigner();
  const index = manifestIndex(useCatalogue());
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    const { canvas, document } = designer;
    /** The node that a drop of this type would replace. */
    const replaced = (target: EventTarget, type: string | undefined) => {
      const card = nodeUnder(target);
      const node = document.getState().flow.nodes.find(({ id }) => id === card?.dataset['id']);
      const kind = type !== undefined && index.triggers.has(type) ? 'trigger' : 'step';
      return type !== undefined && node?.kind === kind ? card : undefined;
    };
    const dropOn = (edgeId: string | undefined) => {
      if (canvas.getState().dropEdgeId !== edgeId) canvas.getState().dropOn(edgeId);
    };
    const replace = async (nodeId: NodeId, type: string) => {
      const { replaceNode } = await import('../replacing/replace-node.ts');
      replaceNode(designer, index, { nodeId, type });
      focusDropped();
    };
    /** The keys now go to what was dropped, not to the palette that it came from. */
    const focusDropped = () => {
      const [dropped] = canvas.getState().selectedIds;
      if (dropped !== undefined) focusNode(dropped);
    };
    return {
      onDragOver: (event) => {
        if (!isNodeDrag(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        dropOn(edgeUnder(event.target));
        mark(replaced(event.target, draggedType()));
      },
      onDragLeave: () => {
        dropOn(undefined);
        mark(undefined);
      },
      onDrop: (event) => {
        const type = droppedType(event.dataTransfer);
        if (type === undefined) return;
        event.preventDefault();
        dropOn(undefined);
        mark(undefined);
        const nodeId = replaced(event.target, type)?.dataset['id'];
        if (nodeId === undefined) {
          const edgeId = edgeUnder(event.target);
          const middle = screenToFlowPosition({ x: event.clientX, y: event.clientY });
          addAt(type, cornerAround(middle), edgeId === undefined ? undefined : { edgeId });
          focusDropped();
        } else {
          void replace(nodeId, type);
        }
      },
    };
  }, [addAt, designer, index, screenToFlowPosition]);
}

function edgeUnder(target: EventTarget): string | undefined {
  const edge = target instanceof Element && target.closest('.react-flow__edge');
  return edge ? (edge.getAttribute('data-id') ?? undefined) : undefined;
}

function nodeUnder(target: EventTarget): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('.react-flow__node') ?? undefined)
    : undefined;
}

/** Shows which node would be replaced. A drag is over before the canvas draws its nodes again. */
function mark(card: HTMLElement | undefined): void {
  for (const marked of document.querySelectorAll('[data-to-be-replaced]')) {
    if (marked !== card) marked.removeAttribute('data-to-be-replaced');
  }
  card?.setAttribute('data-to-be-replaced', '');
}
