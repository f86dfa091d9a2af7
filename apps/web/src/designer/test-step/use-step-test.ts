import { type StepNode, isOver } from '@sluice/schema';
import { useEffect, useRef, useState } from 'react';
import { useTestStep } from '../../api/flows.ts';
import { useRun } from '../../api/runs.ts';
import { runStatusLook } from '../../runs/run-status.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import type { givenFor } from './value-sources.ts';

/** Tests a step of the draft, once it is saved, and follows what comes of it. */
export function useStepTest(step: StepNode, onKeep: () => void) {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const { announcements, saving } = useDesigner();
  const autosave = useAutosave();
  const test = useTestStep();
  const [requestId, setRequestId] = useState<string>();
  const [notSaved, setNotSaved] = useState(false);
  const { data: run } = useRun(requestId);
  const status = run?.status;
  const told = useRef<string>(undefined);

  useEffect(() => {
    if (!status || !isOver(status) || told.current === requestId) return;
    told.current = requestId;
    const state = runStatusLook[status].label;
    announcements.getState().say(say('designer.test-step.ended', { state }));
  }, [status, requestId, announcements]);

  async function start(values: ReturnType<typeof givenFor>) {
    onKeep();
    const isSaved = await autosave.flush();
    setNotSaved(!isSaved);
    if (!isSaved) return;
    const { version } = saving.getState();
    test.mutate(
      { id: flowId, version, nodeId: step.id, ...values },
      {
        onSuccess: (answer) => {
          setRequestId(answer.requestId);
          announcements.getState().say(say('designer.test-step.started'));
        },
      },
    );
  }

  const error = notSaved ? new Error(say('designer.test-step.not-saved')) : test.error;
  const isBusy = test.isPending || (run !== undefined && !isOver(run.status));
  return { start, run, error, isBusy, isBegun: requestId !== undefined };
}
