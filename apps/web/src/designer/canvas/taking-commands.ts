import type { Flow, FlowEdit, FlowNode, NodeId } from '@sluice/schema';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import { bridgingEdits } from './adding-edits.ts';
import type { Commands } from './commands.ts';
import { copyingEdits, excerpt } from './copy-nodes.ts';
import { keepFocus } from './focus-node.ts';

/** What takes nodes and notes away, copies them, or switches nodes off and on. */
export function takingCommands(
  designer: Designer,
): Pick<Commands, 'remove' | 'removeAndReconnect' | 'duplicate' | 'setDisabled'> {
  const document = () => designer.document.getState();
  const tell = (text: string) => designer.announcements.getState().say(text);

  function takeAway(ids: readonly NodeId[], edits: (flow: Flow) => FlowEdit[]): void {
    if (ids.length === 0) return;
    const { flow } = document();
    const name = flow.nodes.find((node) => node.id === ids[0])?.name;
    tell(
      ids.length === 1
        ? say('designer.said.deleted-one', { name: name ?? say('designer.note.title') })
        : say('designer.said.deleted', { count: ids.length }),
    );
    document().edit(...edits(flow));
    keepFocus(neighbourOf(flow, ids));
  }

  return {
    remove: (ids) => takeAway(ids, () => [{ edit: 'remove-nodes', nodeIds: ids }]),
    removeAndReconnect: (ids) => takeAway(ids, (flow) => bridgingEdits(flow, ids)),
    duplicate: (ids) => {
      if (ids.length === 0) return;
      const { flow } = document();
      const copy = copyingEdits(flow, excerpt(flow, ids), { offset: { x: 32, y: 92 } });
      document().edit(...copy.edits);
      designer.canvas.getState().select(copy.ids);
      tell(say('designer.said.duplicated', { count: copy.ids.length }));
    },
    setDisabled: (ids, disabled) => {
      const nodes = document().flow.nodes.filter((node) => ids.includes(node.id));
      if (nodes.length === 0) return;
      document().edit(
        ...nodes.map((node) => ({
          edit: 'configure-node' as const,
          node: switched(node, disabled),
        })),
      );
      const names = listText(nodes.map((node) => node.name));
      tell(
        disabled
          ? say('designer.said.disabled', { names })
          : say('designer.said.enabled', { names }),
      );
    },
  };
}

/** The nearest node that stays: one that led to those that go, or one that followed them. */
function neighbourOf(flow: Flow, gone: readonly NodeId[]): NodeId | undefined {
  const before = flow.edges.find(
    ({ source, target }) => gone.includes(target) && !gone.includes(source),
  );
  const after = flow.edges.find(
    ({ source, target }) => gone.includes(source) && !gone.includes(target),
  );
  return before?.source ?? after?.target ?? flow.nodes.find(({ id }) => !gone.includes(id))?.id;
}

function switched(node: FlowNode, disabled: boolean): FlowNode {
  const { disabled: _was, ...rest } = node;
  return disabled ? { ...rest, disabled } : rest;
}
