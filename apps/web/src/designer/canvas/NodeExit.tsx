import { Handle, Position } from '@xyflow/react';
import type { NodeId } from '@sluice/schema';
import { memo } from 'react';
import { say } from '../../words/say.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import type { DrawnExit } from './drawn-exits.ts';
import { paintOfEdge } from './paint.ts';

interface NodeExitProps {
  readonly exit: DrawnExit;
  readonly nodeId: NodeId;
  readonly nodeName: string;
  /** An edge leaves by it. */
  readonly taken: boolean;
  /** Its step is disabled, and runs pass over that by another exit. */
  readonly closed: boolean;
  /** The only way out, which needs no label. */
  readonly alone: boolean;
}

/** One way out of a card: a port to drag from, and its label where it leaves. */
export const NodeExit = memo(function NodeExit({
  exit,
  nodeId,
  nodeName,
  taken,
  closed,
  alone,
}: NodeExitProps) {
  const paint = useOfWatchedRun((run) =>
    paintOfEdge(run, { source: nodeId, exit: exit.id, target: '' }),
  );
  const beneath = exit.kind === 'error';
  return (
    <div
      className="node-exit"
      data-kind={exit.kind}
      data-taken={taken || undefined}
      data-closed={closed || undefined}
      data-paint={paint}
      style={beneath ? undefined : { top: exit.y }}
    >
      <Handle
        id={exit.id}
        type="source"
        position={beneath ? Position.Bottom : Position.Right}
        className="node-port"
        isConnectable={exit.kind !== 'gone'}
        role="img"
        aria-label={
          alone
            ? say('designer.canvas.way-out', { name: nodeName })
            : say('designer.canvas.exit-of', { exit: exit.label, name: nodeName })
        }
      />
      {!alone && <span className="node-exit-label">{exit.label}</span>}
    </div>
  );
});
