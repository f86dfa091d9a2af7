import { Handle, type NodeProps, Position } from '@xyflow/react';
import { exitWhenDisabled } from '@sluice/schema';
import { memo, useState } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import { namesAt } from '../presence/presence-store.ts';
import { usePresenceStore } from '../presence/use-presence-store.ts';
import { useScreen } from '../state/use-screen.ts';
import { ChangeBadge } from './ChangeBadge.tsx';
import { useChangeMark } from './change-mark.ts';
import { drawnExits } from './drawn-exits.ts';
import { NodeActions } from './NodeActions.tsx';
import { NodeBadges } from './NodeBadges.tsx';
import { NodeExit } from './NodeExit.tsx';
import { NodeState } from './NodeState.tsx';
import { NodeSubtitle } from './NodeSubtitle.tsx';
import { paintOfNode } from './paint.ts';
import type { CanvasNode } from './project-flow.ts';
import { VisitorBadge } from './VisitorBadge.tsx';

/**
 * A node as the canvas draws it.
 *
 * There is one card for every trigger and step of every connector: what it says comes from the
 * declaration, so a new connector needs no new component. `data.node` is the flow's own object,
 * so a card is drawn again only when its node, or what a run did there, changes.
 */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CanvasNode>) {
  const { node, takenExits } = data;
  const manifest = useStepManifest(node.type);
  const paint = useOfWatchedRun((run) => paintOfNode(run, node.id));
  const mark = useChangeMark(node.id);
  const visitors = usePresenceStore((state) => namesAt(state, node.id));
  const openSettings = useScreen((screen) => screen.openSettings);
  const [pointed, setPointed] = useState(false);
  const { exits, height } = drawnExits(node, manifest, takenExits);
  const taken = new Set(takenExits.split(' '));

  return (
    <article
      className={classNames('node-card', node.kind === 'trigger' && 'node-card-trigger')}
      data-paint={paint}
      data-change={mark}
      data-visited={visitors !== '' || undefined}
      data-selected={selected || undefined}
      data-disabled={node.disabled || undefined}
      style={{ height }}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onDoubleClick={() => openSettings(node.id)}
    >
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
    </article>
  );
});
