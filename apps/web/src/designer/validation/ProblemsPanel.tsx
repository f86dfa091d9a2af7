import type { FlowProblem, NodeId } from '@sluice/schema';
import { CircleCheck, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useDesigner } from '../state/designer-context.ts';
import { RepairButton } from '../repair/RepairButton.tsx';
import type { FlowDocument } from '../state/flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { SolutionButtons } from './SolutionButtons.tsx';
import { useProblems } from './use-problems.ts';
import { useUncovering } from './use-uncovering.ts';

/** Every problem of the drawing with what to do about it. A click leads to the input at fault. */
export function ProblemsPanel() {
  const panel = useRef<HTMLElement>(null);
  const show = useScreen((screen) => screen.showProblems);
  const items = useProblems((state) => state.items);
  useUncovering(panel);
  const errors = items.filter((problem) => problem.severity === 'error');
  const warnings = items.filter((problem) => problem.severity === 'warning');
  return (
    <section
      ref={panel}
      aria-label={say('designer.validation.title')}
      className="absolute top-3 right-3 z-10 flex max-h-[calc(100%-24px)] w-[340px] max-w-[calc(100%-24px)] animate-pop flex-col rounded-r2 border bg-raised shadow-2"
    >
      <header className="flex h-10 shrink-0 items-center justify-between border-b pr-1 pl-3">
        <h2 className="font-semibold">
          {items.length === 0
            ? say('designer.validation.none')
            : say('designer.validation.count', { count: items.length })}
        </h2>
        <IconButton
          label={say('designer.validation.close')}
          size="small"
          icon={<X />}
          onClick={() => show(false)}
        />
      </header>
      <div className="min-h-0 overflow-y-auto p-1">
        {items.length === 0 && (
          <p className="flex items-center gap-2 p-3 text-muted">
            <CircleCheck className="size-4 shrink-0 text-ok" aria-hidden />
            {say('designer.validation.publishable')}
          </p>
        )}
        <Group title={say('designer.validation.errors')} problems={errors} />
        <Group title={say('designer.validation.warnings')} problems={warnings} />
      </div>
    </section>
  );
}

/** Problems that are put right on a step's tab Connection. */
const ofConnection: readonly FlowProblem['kind'][] = [
  'no-connection',
  'connection-gone',
  'connection-foreign',
];

function isStepIn(document: FlowDocument, nodeId: NodeId): boolean {
  return document.getState().flow.nodes.some(({ id, kind }) => id === nodeId && kind === 'step');
}

function Group({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly FlowProblem[];
}) {
  const { screen, document } = useDesigner();
  const showNode = useShowNode();
  if (problems.length === 0) return null;

  function goTo({ nodeId, input, kind }: FlowProblem) {
    if (nodeId === undefined) {
      screen.getState().showPalette({ paletteFolded: false, paletteTab: 'triggers' });
      return;
    }
    showNode(nodeId);
    screen.getState().open({
      name: 'settings',
      nodeId,
      ...(input !== undefined && { input }),
      ...(ofConnection.includes(kind) && isStepIn(document, nodeId) && { tab: 'connection' }),
    });
  }

  return (
    <>
      <h3 className="px-2 pt-2 pb-1 text-hint font-medium text-faint">{title}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.nodeId} ${problem.input} ${problem.message}`}>
            <button
              type="button"
              onClick={() => goTo(problem)}
              className="flex w-full items-start gap-2 rounded-r1 px-2 py-1.5 text-left -outline-offset-2 hover:bg-sunken"
            >
              {problem.severity === 'error' ? (
                <OctagonAlert
                  className="mt-0.5 size-4 shrink-0 text-fail"
                  aria-label={say('designer.validation.error')}
                />
              ) : (
                <TriangleAlert
                  className="mt-0.5 size-4 shrink-0 text-wait"
                  aria-label={say('designer.validation.warning')}
                />
              )}
              <span>
                <span className="block font-medium">{problem.message}</span>
                <span className="block text-hint text-muted">
                  {problem.consequence} {problem.remedy}
                </span>
              </span>
            </button>
            <SolutionButtons problem={problem} />
            {problem.brokenSource !== undefined && <RepairButton source={problem.brokenSource} />}
          </li>
        ))}
      </ul>
    </>
  );
}
