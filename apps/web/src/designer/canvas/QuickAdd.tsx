import type { Position } from '@sluice/schema';
import { Popover } from 'radix-ui';
import { say } from '../../words/say.ts';
import type { LooseEnd } from '../state/screen.ts';
import { useDesigner } from '../state/designer-context.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';
import { focusNode } from './focus-node.ts';
import { NodePicker } from './NodePicker.tsx';
import { useCommands } from './use-commands.ts';

interface QuickAddProps {
  /** Where the connection was dropped, on the canvas and on the screen. */
  readonly at: Position;
  /** Whether `at` is where the new card's corner shall be. */
  readonly corner: boolean;
  readonly screen: Position;
  readonly end?: LooseEnd;
  readonly onClose: () => void;
}

/** The menu at the end of a connection that was dropped on empty canvas: what should follow? */
export function QuickAdd({ at, corner, screen, end, onClose }: QuickAddProps) {
  const { addAt } = useCommands();
  const { canvas } = useDesigner();

  function pick(type: string) {
    // After an exit the way in stands at the pointer; within an edge the card's middle does.
    const left = end && 'source' in end ? 0 : NODE_WIDTH / 2;
    const middle = { x: Math.round(at.x - left), y: Math.round(at.y - NODE_HEIGHT / 2) };
    addAt(type, corner ? at : middle, end);
    canvas.getState().pointAt(undefined);
    onClose();
    const [added] = canvas.getState().selectedIds;
    if (added !== undefined) focusNode(added);
  }

  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor
        style={{ position: 'fixed', left: screen.x, top: screen.y, width: 0, height: 0 }}
      />
      <Popover.Portal>
        <Popover.Content
          aria-label={say('designer.canvas.add-step')}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          className="z-50 animate-pop overflow-hidden rounded-r2 border bg-raised shadow-2 outline-none"
        >
          <NodePicker label={say('designer.canvas.add-step')} onPick={pick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
