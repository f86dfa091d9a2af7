import { type ManifestIndex, type NodeId, canConnect } from '@sluice/schema';
import { toastRefusal } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import type { Commands, Way } from './commands.ts';
import { newId } from '../state/new-id.ts';
import { reorderingEdits } from './reorder.ts';

/** What changes which node leads to which. */
export function wiringCommands(
  designer: Designer,
  index: ManifestIndex,
): Pick<Commands, 'connect' | 'disconnect' | 'reorder'> {
  const document = () => designer.document.getState();
  const tell = (text: string) => designer.announcements.getState().say(text);
  const nameOf = (id: NodeId) => document().flow.nodes.find((node) => node.id === id)?.name ?? id;

  function connect(edge: Way): void {
    const refusal = canConnect(document().flow, edge);
    if (refusal !== undefined) return toastRefusal(refusal);
    document().edit({ edit: 'connect', edge: { id: newId(), ...edge } });
    tell(
      say('designer.said.connected', { source: nameOf(edge.source), target: nameOf(edge.target) }),
    );
  }

  function disconnect(edgeIds: readonly string[]): void {
    if (edgeIds.length === 0) return;
    document().edit({ edit: 'disconnect', edgeIds });
    tell(say('designer.said.disconnected', { count: edgeIds.length }));
  }

  function reorder(nodeId: NodeId, direction: 'earlier' | 'later'): void {
    const edits = reorderingEdits(document().flow, { nodeId, direction }, index);
    if (!edits) return toastRefusal(say('designer.said.cannot-reorder'));
    document().edit(...edits);
    const name = nameOf(nodeId);
    tell(
      direction === 'earlier'
        ? say('designer.said.moved-earlier', { name })
        : say('designer.said.moved-later', { name }),
    );
  }

  return { connect, disconnect, reorder };
}
