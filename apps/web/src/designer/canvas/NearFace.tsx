import { Handle, Position } from '@xyflow/react';
import { type FlowNode, exitWhenDisabled } from '@sluice/schema';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import { say } from '../../words/say.ts';
import { ChangeBadge } from './ChangeBadge.tsx';
import type { ChangeMark } from './change-mark.ts';
import type { DrawnExit } from './drawn-exits.ts';
import { NodeActions } from './NodeActions.tsx';
import { NodeBadges } from './NodeBadges.tsx';
import { NodeExit } from './NodeExit.tsx';
import { NodeState } from './NodeState.tsx';
import { NodeSubtitle } from './NodeSubtitle.tsx';
import { paintOfNode } from './paint.ts';
import { VisitorBadge } from './VisitorBadge.tsx';

interface NearFaceProps {
  readonly node: FlowNode;
  readonly exits: readonly DrawnExit[];
  /** The exits that edges leave by, as one text. */
  readonly takenExits: string;
  readonly mark: ChangeMark | undefined;
  readonly visitors: string;
  /** The pointer is over the card. */
  readonly pointed: boolean;
}

/** What a card says and offers from close by: ports, name, what it is about, marks and badges. */
export function NearFace({ node, exits, takenExits, mark, visitors, pointed }: NearFaceProps) {
  const manifest = useStepManifest(node.type);
  const paint = useOfWatchedRun((run) => paintOfNode(run, node.id));
  const taken = new Set(takenExits.split(' '));
  return (
    <>
      {node.kind === 'step' && (
        <Handle
          type="target"
          position={Position.Left}
          className="node-port node-way-in"
          role="img"
          aria-label={say('designer.canvas.way-into', { name: node.name })}
        />
      )}
      <NodeTile type={node.type} size="large" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-body font-semibold">{node.name}</h2>
        <NodeSubtitle node={node} />
      </div>
      {pointed && <NodeActions nodeId={node.id} name={node.name} />}
      {mark && <ChangeBadge mark={mark} />}
      {visitors !== '' && <VisitorBadge names={visitors} />}
      <NodeBadges node={node} />
      <NodeState paint={paint} nodeId={node.id} name={node.name} />
      {exits.map((exit) => (
        <NodeExit
          key={exit.id}
          exit={exit}
          nodeId={node.id}
          nodeName={node.name}
          taken={taken.has(exit.id)}
          closed={node.disabled === true && exit.id !== exitWhenDisabled(manifest).id}
          alone={exits.length <= 2 && exit.id === 'next'}
        />
      ))}
    </>
  );
}
