import type { NodeId, Position } from '@sluice/schema';
import type { Designer } from '../state/designer.ts';

export interface Nudge {
  /** What an arrow key does; undefined for any other key. */
  readonly step: (key: string, far: boolean) => (() => void) | undefined;
  /** Makes all steps since the last commit one edit. Call it when the key is let go. */
  readonly commit: () => void;
}

const SHORT = 4;
const FAR = 20;
const directions: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Moves the selected nodes by keys. A key held down is one gesture, and so one undo. */
export function createNudge({ canvas, document }: Designer): Nudge {
  let moved: Record<NodeId, Position> = {};
  return {
    step: (key, far) => {
      const direction = directions[key];
      if (!direction) return undefined;
      return () => {
        const distance = far ? FAR : SHORT;
        const { nodes, changeNodes } = canvas.getState();
        const selected = nodes.filter((node) => node.selected);
        for (const { id, position } of selected) {
          moved[id] = {
            x: position.x + direction.x * distance,
            y: position.y + direction.y * distance,
          };
        }
        changeNodes(
          selected.map(({ id }) => ({
            type: 'position',
            id,
            position: moved[id] ?? { x: 0, y: 0 },
          })),
        );
      };
    },
    commit: () => {
      if (Object.keys(moved).length === 0) return;
      document.getState().edit({ edit: 'move-nodes', positions: moved });
      moved = {};
    },
  };
}
