import { type FlowProblem, type Solution, solutionsOf } from '@sluice/schema';
import { WandSparkles } from 'lucide-react';
import { useConnections } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { undoOfLatest } from '../state/flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** The ways to put a problem right by one press, where there is nothing to decide. */
export function SolutionButtons({ problem }: { readonly problem: FlowProblem }) {
  const drawing = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  const { data: connections = [] } = useConnections();
  const { document, announcements } = useDesigner();
  const mayBuild = useMayBuild();
  const solutions = mayBuild ? solutionsOf(problem, { drawing, catalogue, connections }) : [];
  if (solutions.length === 0) return null;

  function solve(solution: Solution) {
    document.getState().edit(...solution.edits);
    const words = say('designer.validation.solved', { what: solutionWords(solution) });
    announcements.getState().say(words);
    toastUndo(words, undoOfLatest(document));
  }

  return (
    <div className="mb-1 ml-6 flex flex-wrap gap-1">
      {solutions.map((solution) => (
        <Button
          key={solution.solution}
          size="small"
          variant="ghost"
          className="h-auto! min-h-7 max-w-full shrink! py-1 text-left whitespace-normal!"
          icon={<WandSparkles aria-hidden />}
          onClick={() => solve(solution)}
        >
          {solutionWords(solution)}
        </Button>
      ))}
    </div>
  );
}

function solutionWords({ solution, names }: Solution): string {
  const { from = '', to = '', node = '', connection = '' } = names;
  switch (solution) {
    case 'connect':
      return say('designer.validation.solve.connect', { from, to });
    case 'choose-connection':
      return say('designer.validation.solve.choose-connection', { connection });
    case 'delete-node':
      return say('designer.validation.solve.delete-node', { node });
    case 'enable-node':
      return say('designer.validation.solve.enable-node', { node });
    case 'delete-edges':
      return say('designer.validation.solve.delete-edges');
    case 'remove-pills':
      return say('designer.validation.solve.remove-pills');
    case 'remove-lines':
      return say('designer.validation.solve.remove-lines');
  }
}
