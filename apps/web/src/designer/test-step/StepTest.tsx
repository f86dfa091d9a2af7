import { type GivenOutputs, type StepNode, faultOfGiven, withPinned } from '@sluice/schema';
import { useMemo, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { useRun, useRuns } from '../../api/runs.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { toastDone, toastError } from '../../ui/toast.ts';
import { Select } from '../../ui/Select.tsx';
import { say } from '../../words/say.ts';
import { useWatchedRun } from '../activity/use-watched-run.ts';
import type { KnownValues } from '../mapping/known-values.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { drawnOn } from './drawn-on.ts';
import { ResultingInputs } from './ResultingInputs.tsx';
import { StepTestBar } from './StepTestBar.tsx';
import { StepTestResult } from './StepTestResult.tsx';
import { useStepTest } from './use-step-test.ts';
import { givenFor, outputsFrom, sourceChoices } from './value-sources.ts';
import { ValuesDrawnOn } from './ValuesDrawnOn.tsx';

interface StepTestProps {
  /** The step as it stands in its settings. */
  readonly step: StepNode;
  readonly onChange: (step: StepNode) => void;
  /** Puts what was changed into the draft. */
  readonly onKeep: () => void;
  /** Whether there is something to be put there. */
  readonly isChanged: boolean;
  /** Why it cannot be put there. */
  readonly labelProblem: string | undefined;
  /** What is shown of every node's outputs while mapping. */
  readonly known: ReadonlyMap<string, KnownValues>;
}

/** Runs exactly this step for real, with values from a chosen place, and shows what came of it. */
export function StepTest(props: StepTestProps) {
  const { step, onChange, onKeep, isChanged, labelProblem, known } = props;
  const flow = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  const mayRun = useMay('run');
  const watched = useWatchedRun();
  const { data } = useRuns({ flowId: flow.id });
  const [chosen, choose] = useState<string>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const test = useStepTest(step, onKeep);

  const runs = data?.pages[0]?.items ?? [];
  const choices = sourceChoices({ step, flow, runs, watched });
  const source = chosen ?? choices[0]?.value ?? 'samples';
  const isRun = source !== 'pinned' && source !== 'samples';
  const { data: run } = useRun(isRun ? source : undefined);
  const outputsOfNode = useMemo(() => {
    const sources = { source, flow, catalogue, run, known };
    return (nodeId: string) => outputsFrom(nodeId, sources);
  }, [source, flow, catalogue, run, known]);

  function pin(given: GivenOutputs) {
    const fault = faultOfGiven(given.outputs);
    if (fault !== undefined) return toastError(new Error(fault));
    onChange(withPinned(step, given));
    toastDone(say('designer.pinned.pinned-now', { name: step.name }));
  }

  if (!mayRun) return <p className="p-5 text-muted">{say('designer.test-step.may-not')}</p>;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(300px,5fr)_7fr] max-[800px]:grid-cols-1 max-[800px]:overflow-y-auto">
      <div className="flex min-h-0 flex-col border-r">
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
          {drawnOn(step).length > 0 && (
            <Select
              label={say('designer.test-step.values-from')}
              value={source}
              onChange={(next) => {
                choose(next);
                setTyped({});
              }}
              options={choices}
              className="mb-4"
            />
          )}
          <ValuesDrawnOn
            step={step}
            outputsOfNode={outputsOfNode}
            typed={typed}
            onType={setTyped}
          />
          <ResultingInputs step={step} outputsOfNode={outputsOfNode} typed={typed} />
        </div>
        <StepTestBar
          step={step}
          isChanged={isChanged}
          labelProblem={labelProblem}
          error={test.error}
          isBusy={test.isBusy}
          isAgain={test.isBegun}
          onStart={() => void test.start(givenFor(step, { source, typed, outputsOfNode, flow }))}
        />
      </div>
      <StepTestResult run={test.run} nodeId={step.id} onPin={pin} />
    </div>
  );
}
