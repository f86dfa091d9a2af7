import type { NodeId } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { cornerAround } from '../canvas/node-drag.ts';
import { useCommands } from '../canvas/use-commands.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';

const FIRST = { x: 160, y: 160 };

/** Adds a node of a type where no place was pointed at: after the selected one, or in the middle of what is seen. */
export function useAddInView(): (type: string) => NodeId | undefined {
  const { addNear } = useCommands();
  const { canvas } = useDesigner();
  const showNode = useShowNode();
  const { screenToFlowPosition } = useReactFlow();
  const mayBuild = useMayBuild();
  return (type) => {
    if (!mayBuild) return undefined;
    const view = document.querySelector('main .canvas')?.getBoundingClientRect();
    // The list has no places: what has nothing to follow then stands where the first node would.
    const middle = view
      ? screenToFlowPosition({ x: view.left + view.width / 2, y: view.top + view.height / 2 })
      : FIRST;
    addNear(type, cornerAround(middle));
    const [added] = canvas.getState().selectedIds;
    if (added !== undefined) showNode(added);
    return added;
  };
}
