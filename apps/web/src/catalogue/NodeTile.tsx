import { Tile, type TileKind } from '../ui/Tile.tsx';
import { useConnectorOf, useStepManifest, useTriggerManifest } from './use-catalogue.ts';

interface NodeTileProps {
  /** A node's type. */
  readonly type: string;
  readonly size?: 'small' | 'medium' | 'large';
}

/** The tile of a node: its own icon, else its connector's, in the colour of its kind. */
export function NodeTile({ type, size = 'medium' }: NodeTileProps) {
  const connector = useConnectorOf(type);
  const trigger = useTriggerManifest(type);
  const step = useStepManifest(type);
  const icon = (trigger ?? step)?.icon ?? connector?.icon;
  const kind: TileKind = trigger ? 'trigger' : connector?.section === 'tools' ? 'tool' : 'app';
  return <Tile kind={kind} icon={icon} size={size} />;
}
