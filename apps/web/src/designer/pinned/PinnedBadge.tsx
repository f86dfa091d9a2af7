import type { FlowNode } from '@sluice/schema';
import { Pin } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';

/** Says on a card that the node's outputs are pinned, and leads to them. */
export function PinnedBadge({ node }: { readonly node: FlowNode }) {
  const { screen } = useDesigner();
  return (
    <button
      type="button"
      tabIndex={-1}
      className="node-badge"
      data-severity="pinned"
      aria-label={say('designer.pinned.badge-of', { name: node.name })}
      onClick={() => screen.getState().open({ name: 'settings', nodeId: node.id, tab: 'outputs' })}
    >
      <Pin aria-hidden />
      {say('designer.pinned.badge')}
    </button>
  );
}
