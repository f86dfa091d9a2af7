import type { ManifestIndex, NodeId, Position } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import { align, boxesOf, distribute } from './arrange.ts';
import type { Commands } from './commands.ts';
import { excerpt } from './copy-nodes.ts';
import { drawnExits } from './drawn-exits.ts';
import { carryNotes } from './carry-notes.ts';
import { tidyUp } from './tidy-up.ts';

/** What puts several nodes and notes in order at once. */
export function placingCommands(
  designer: Designer,
  index: ManifestIndex,
): Pick<Commands, 'align' | 'distribute' | 'tidyUp'> {
  const document = () => designer.document.getState();
  const tell = (text: string) => designer.announcements.getState().say(text);

  function place(positions: Readonly<Record<NodeId, Position>>): void {
    const count = Object.keys(positions).length;
    if (count === 0) return tell(say('designer.said.in-place'));
    document().edit({ edit: 'move-nodes', positions });
    tell(say('designer.said.placed', { count }));
  }

  return {
    align: (ids, how) => place(align(boxesOf(document().flow, ids, index), how)),
    distribute: (ids, axis) => place(distribute(boxesOf(document().flow, ids, index), axis)),
    tidyUp: async (ids) => {
      const { flow } = document();
      const all = ids.length < 2;
      const part = all ? flow : excerpt(flow, ids);
      if (part.nodes.length === 0) return;
      const nodes = new Map(part.nodes.map((node) => [node.id, node]));
      const positions = await tidyUp(part, (nodeId) => {
        const node = nodes.get(nodeId);
        return node ? drawnExits(node, index.steps.get(node.type), '').height : 0;
      });
      document().edit({ edit: 'move-nodes', positions: carryNotes(part, positions) });
      tell(
        all
          ? say('designer.said.tidied')
          : say('designer.said.tidied-some', { count: part.nodes.length }),
      );
    },
  };
}
