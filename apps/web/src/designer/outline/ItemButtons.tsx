import type { NodeId } from '@sluice/schema';
import { Ellipsis, Pencil } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';

interface ItemButtonsProps {
  readonly nodeId: NodeId;
  readonly name: string;
}

/** Pencil and menu at the end of an item. By keyboard: Enter, and Shift with F10. */
export function ItemButtons({ nodeId, name }: ItemButtonsProps) {
  const { canvas, screen } = useDesigner();
  return (
    <span className="outline-buttons">
      <button
        type="button"
        tabIndex={-1}
        aria-label={say('designer.outline.edit', { name })}
        onClick={() => screen.getState().openSettings(nodeId)}
      >
        <Pencil aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={say('designer.commands.menu-of', { name })}
        onClick={(event) => {
          event.stopPropagation();
          canvas.getState().select([nodeId]);
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          screen
            .getState()
            .open({ name: 'menu', at: { x: 0, y: 0 }, screen: { x: left, y: bottom } });
        }}
      >
        <Ellipsis aria-hidden />
      </button>
    </span>
  );
}
