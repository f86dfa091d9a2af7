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
  return <Tile kind={useTileKind(type)} icon={icon} size={size} />;
}

/** The kind of a node, by which its tile is coloured. */
export function useTileKind(type: string): TileKind {
  const connector = useConnectorOf(type);
  if (useTriggerManifest(type)) return 'trigger';
  return connector?.section === 'tools' ? 'tool' : 'app';
}
