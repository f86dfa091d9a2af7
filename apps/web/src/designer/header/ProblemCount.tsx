import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { classNames } from '../../ui/class-names.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { useProblems } from '../validation/use-problems.ts';

/** How many problems the drawing has; leads to their list. */
export function ProblemCount() {
  const count = useProblems((state) => state.items.length);
  const serious = useProblems((state) => state.items.some(({ severity }) => severity === 'error'));
  const open = useScreen((screen) => screen.problemsOpen);
  const show = useScreen((screen) => screen.showProblems);
  // An empty flow has not gone wrong: its canvas already says what to do first.
  const empty = useFlowDocument(({ flow }) => flow.nodes.length === 0);
  if ((count === 0 || empty) && !open) return null;
  return (
    <button
      type="button"
      aria-pressed={open}
      aria-label={`${count} ${count === 1 ? 'problem' : 'problems'}`}
      onClick={() => show(!open)}
      className={classNames(
        'inline-flex h-8 items-center gap-1.5 rounded-r1 px-2.5 font-medium hover:bg-sunken aria-pressed:bg-sunken [&>svg]:size-4',
        serious ? 'text-fail' : 'text-wait',
      )}
    >
      {serious ? <OctagonAlert aria-hidden /> : <TriangleAlert aria-hidden />}
      {count}
    </button>
  );
}
