import { focusNode } from '../canvas/focus-node.ts';
import type { Designer } from '../state/designer.ts';
import type { FlowView } from '../state/screen.ts';
import { Outline } from './Outline.ts';

/** Shows the flow on the canvas or as a list, and puts the focus on what is selected there. */
export async function showFlowAs(
  view: FlowView,
  { screen, canvas }: Pick<Designer, 'screen' | 'canvas'>,
): Promise<void> {
  const had = document.activeElement;
  screen.getState().showAs(view);
  if (view === 'list') {
    const isHere = await Outline.fetch().then(
      () => true,
      () => false,
    );
    // Whoever has gone on to something else meanwhile stays there.
    const isElsewhere = ![document.body, had].includes(document.activeElement);
    if (!isHere || isElsewhere || screen.getState().view !== view) return;
  }
  const [nodeId] = canvas.getState().selectedIds;
  // The other view has to be drawn before anything of it can have the focus.
  requestAnimationFrame(() => focusNode(nodeId ?? ''));
}
