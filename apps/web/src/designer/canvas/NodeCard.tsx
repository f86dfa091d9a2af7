import type { Run } from '@sluice/schema';
import type { NodeProps } from '@xyflow/react';
import { memo, useCallback, useState } from 'react';
import { useTileKind } from '../../catalogue/NodeTile.tsx';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { classNames } from '../../ui/class-names.ts';
import { namesAt } from '../presence/presence-store.ts';
import { usePresenceStore } from '../presence/use-presence-store.ts';
import { useScreen } from '../state/use-screen.ts';
import { useChangeMark } from './change-mark.ts';
import { drawnExits } from './drawn-exits.ts';
import { useFar } from './far.ts';
import { FarFace } from './FarFace.tsx';
import { NearFace } from './NearFace.tsx';
import { markOfNode } from './paint.ts';
import type { CanvasNode } from './project-flow.ts';
import { usePainted } from './use-painted.ts';

/**
 * A node as the canvas draws it.
 *
 * There is one card for every trigger and step of every connector: what it says comes from the
 * declaration, so a new connector needs no new component. `data.node` is the flow's own object,
 * so a card is drawn again only when its node changes.
 */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CanvasNode>) {
  const { node, takenExits } = data;
  const manifest = useStepManifest(node.type);
  const painted = usePainted(
    useCallback((run: Run | undefined) => markOfNode(run, node.id), [node.id]),
  );
  const far = useFar();
  const tile = useTileKind(node.type);
  const mark = useChangeMark(node.id);
  const visitors = usePresenceStore((state) => namesAt(state, node.id));
  const openSettings = useScreen((screen) => screen.openSettings);
  const [pointed, setPointed] = useState(false);
  const { exits, height } = drawnExits(node, manifest, takenExits);

  return (
    <article
      ref={painted}
      className={classNames('node-card', node.kind === 'trigger' && 'node-card-trigger')}
      data-tile={tile}
      data-change={mark}
      data-visited={visitors !== '' || undefined}
      data-selected={selected || undefined}
      data-disabled={node.disabled || undefined}
      style={{ height }}
      // From afar there is nothing more to show, and each card passed would be drawn again.
      onPointerEnter={() => !far && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onDoubleClick={() => openSettings(node.id)}
    >
      {far ? (
        <FarFace nodeId={node.id} />
      ) : (
        <NearFace
          node={node}
          exits={exits}
          takenExits={takenExits}
          mark={mark}
          visitors={visitors}
          pointed={pointed}
        />
      )}
    </article>
  );
});
