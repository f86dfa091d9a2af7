import { type NodeId, manifestIndex } from '@sluice/schema';
import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { NodePicker } from '../canvas/NodePicker.tsx';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { replaceNode } from './replace-node.ts';

interface ReplaceMenuProps {
  readonly nodeId: NodeId;
  readonly onClose: () => void;
}

/** The list of what could take a node's place, beside the node. */
export function ReplaceMenu({ nodeId, onClose }: ReplaceMenuProps) {
  const node = useFlowDocument(({ flow }) => flow.nodes.find((each) => each.id === nodeId));
  const designer = useDesigner();
  const index = manifestIndex(useCatalogue());
  const anchor = useRef({ getBoundingClientRect: () => cardOf(nodeId) });
  if (!node) return null;
  const label = say('designer.replacing.by', { name: node.name });

  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (open) return;
        onClose();
        focusNode(nodeId);
      }}
    >
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 animate-pop overflow-hidden rounded-r2 border bg-raised shadow-2 outline-none"
        >
          <p className="truncate border-b px-3 py-2 text-hint text-muted">{label}</p>
          <NodePicker
            label={label}
            kind={node.kind}
            without={node.type}
            onPick={(type) => {
              replaceNode(designer, index, { nodeId, type });
              onClose();
              const [replaced] = designer.canvas.getState().selectedIds;
              if (replaced !== undefined) focusNode(replaced);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function cardOf(nodeId: NodeId): DOMRect {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
  return card?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
}
