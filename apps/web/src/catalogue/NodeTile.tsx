import { Tile, type TileKind } from '../ui/Tile.tsx';
import { useConnectorOf, useTriggerManifest } from './use-catalogue.ts';

interface NodeTileProps {
  /** A node's type. */
  readonly type: string;
  readonly size?: 'small' | 'medium' | 'large';
}

/** The tile of a node: its connector's icon, in the colour of its kind. */
export function NodeTile({ type, size = 'medium' }: NodeTileProps) {
  const connector = useConnectorOf(type);
  const isTrigger = useTriggerManifest(type) !== undefined;
  const kind: TileKind = isTrigger ? 'trigger' : connector?.section === 'tools' ? 'tool' : 'app';
  return <Tile kind={kind} icon={connector?.icon} size={size} />;
}
