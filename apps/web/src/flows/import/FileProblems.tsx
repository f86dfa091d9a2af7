import type { FlowProblem } from '@sluice/schema';
import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { sayProblem } from '../../designer/validation/say-problem.ts';
import { say } from '../../words/say.ts';

/** So many are shown at first. */
const FIRST = 5;

interface FileProblemsProps {
  readonly problems: readonly FlowProblem[];
  /** Whether something that the flow needs is left open. */
  readonly isOpen: boolean;
}

/** What is wrong with a file's flow; it can be imported all the same and put right in the designer. */
export function FileProblems({ problems, isOpen }: FileProblemsProps) {
  const [shown, setShown] = useState(FIRST);
  const left = problems.length - shown;
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck className="size-4 shrink-0 text-ok" aria-hidden />
        {say(isOpen ? 'flows.import.no-problems-but-open' : 'flows.import.no-problems')}
      </p>
    );
  }
  return (
    <section aria-label={say('designer.validation.title')}>
      <h3 className="font-medium">{say('flows.import.problems', { count: problems.length })}</h3>
      <p className="text-hint text-muted">{say('flows.import.problems-hint')}</p>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {problems
          .slice(0, shown)
          .map(sayProblem)
          .map((problem) => (
            <li
              key={`${problem.nodeId} ${problem.input} ${problem.message}`}
              className="flex items-start gap-2"
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
              <span className="min-w-0 break-words">
                {problem.message} <span className="text-muted">{problem.remedy}</span>
              </span>
            </li>
          ))}
      </ul>
      {left > 0 && (
        <Button size="small" variant="ghost" className="mt-1" onClick={() => setShown(shown + 50)}>
          {say('flows.import.more', { count: left })}
        </Button>
      )}
    </section>
  );
}
