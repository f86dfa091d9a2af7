import type { Connection, FinalConnectionState, IsValidConnection } from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { canConnect } from '@sluice/schema';
import { useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import type { CanvasEdge } from './project-flow.ts';
import { useCommands } from './use-commands.ts';

interface Connecting {
  readonly onConnect: (connection: Connection) => void;
  readonly isValidConnection: IsValidConnection<CanvasEdge>;
  readonly onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void;
}

/**
 * What dragging from a port does: onto another port or anywhere on a card it connects, and says
 * why when it may not; onto empty canvas it offers the steps that could follow.
 */
export function useConnecting(): Connecting {
  const { document, screen } = useDesigner();
  const { connect } = useCommands();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(
    () => ({
      onConnect: (connection) => connect(edgeOf(connection)),
      isValidConnection: (connection) =>
        canConnect(document.getState().flow, edgeOf(connection)) === undefined,
      onConnectEnd: (event, { fromNode, fromHandle, isValid, toHandle }) => {
        if (isValid === true || !fromNode || !fromHandle) return;
        const at = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (!at) return;
        const under = toHandle?.nodeId ?? nodeAt(at.clientX, at.clientY);
        const exit = fromHandle.id ?? 'next';
        if (under === fromNode.id) return;
        if (under !== undefined) {
          if (fromHandle.type === 'source') connect({ source: fromNode.id, exit, target: under });
          else connect({ source: under, exit: 'next', target: fromNode.id });
        } else if (fromHandle.type === 'source' && isCanvas(event.target)) {
          const point = { x: at.clientX, y: at.clientY };
          screen.getState().open({
            name: 'quick-add',
            at: screenToFlowPosition(point),
            screen: point,
            end: { source: fromNode.id, exit },
          });
        }
      },
    }),
    [connect, document, screen, screenToFlowPosition],
  );
}

function edgeOf(connection: Connection | CanvasEdge) {
  return {
    source: connection.source,
    exit: connection.sourceHandle ?? 'next',
    target: connection.target,
  };
}

function nodeAt(x: number, y: number): string | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
  return card?.dataset['id'];
}

function isCanvas(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('.react-flow__pane, .react-flow__edges') !== null
  );
}
