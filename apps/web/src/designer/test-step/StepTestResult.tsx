import type { GivenOutputs, RunDetail } from '@sluice/schema';
import { FlaskConical, Waypoints } from 'lucide-react';
import { RunStatusChip } from '../../runs/RunStatusChip.tsx';
import { StepDetail } from '../../runs/StepDetail.tsx';
import { Button } from '../../ui/Button.tsx';
import { Duration } from '../../ui/Duration.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { say } from '../../words/say.ts';
import { PinButton } from '../pinned/PinButton.tsx';
import { useScreen } from '../state/use-screen.ts';

interface StepTestResultProps {
  readonly run: RunDetail | undefined;
  readonly nodeId: string;
  readonly onPin: (given: GivenOutputs) => void;
}

/** What a test of a step was given, what came of it, what was sent, and how long it took; live. */
export function StepTestResult({ run, nodeId, onPin }: StepTestResultProps) {
  const watch = useScreen((screen) => screen.watch);
  const close = useScreen((screen) => screen.close);
  return (
    <section
      aria-label={say('designer.test-step.result')}
      className="flex min-h-0 min-w-0 flex-col max-[800px]:min-h-80"
    >
      {run ? (
        <>
          <div className="flex h-11 shrink-0 items-center gap-2 border-b pr-2 pl-3">
            <RunStatusChip status={run.status} />
            {run.finishedAt !== undefined && (
              <Duration
                ms={Date.parse(run.finishedAt) - Date.parse(run.startedAt)}
                className="text-hint text-muted tabular-nums"
              />
            )}
            <span className="ml-auto flex gap-1">
              <PinButton run={run} nodeId={nodeId} onPin={onPin} />
              <Button
                variant="ghost"
                size="small"
                icon={<Waypoints aria-hidden />}
                onClick={() => {
                  watch(run.id);
                  close();
                }}
              >
                {say('runs.show-on-canvas')}
              </Button>
            </span>
          </div>
          <StepDetail key={run.id} run={run} nodeId={nodeId} />
        </>
      ) : (
        <EmptyState icon={<FlaskConical />} title={say('designer.test-step.no-result')}>
          {say('designer.test-step.no-result-hint')}
        </EmptyState>
      )}
    </section>
  );
}
