import { manifestIndex, nextExit } from '@sluice/schema';
import { exitsInWords } from '../../../catalogue/exits-in-words.ts';
import { useCatalogue } from '../../../catalogue/use-catalogue.ts';
import { say } from '../../../words/say.ts';
import { useFlowDocument } from '../../state/use-flow-document.ts';

/** A way into a node as the canvas draws it. */
interface DrawnWay {
  readonly source: string;
  readonly exit: string;
  /** The node before, and its exit where that says something. */
  readonly label: string;
}

/** The ways that lead into a node, in the order in which they were drawn. */
export function useWaysInto(nodeId: string): readonly DrawnWay[] {
  const flow = useFlowDocument((state) => state.flow);
  const { steps } = manifestIndex(useCatalogue());
  return flow.edges
    .filter((edge) => edge.target === nodeId)
    .flatMap(({ source, exit }) => {
      const node = flow.nodes.find((each) => each.id === source);
      if (!node) return [];
      const taken = exitsInWords(node, steps.get(node.type)).find((each) => each.id === exit);
      const label =
        exit === nextExit.id
          ? node.name
          : `${node.name} › ${taken?.label ?? say('designer.settings.step.removed-exit')}`;
      return [{ source, exit, label }];
    });
}
