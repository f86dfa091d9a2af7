import type { RunDetail } from '@sluice/schema';
import { runValueUrl } from '../api/runs.ts';
import { useStepManifest, useTriggerManifest } from '../catalogue/use-catalogue.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { say } from '../words/say.ts';
import { FailureNote } from './FailureNote.tsx';
import { HttpExchanges } from './HttpExchanges.tsx';
import { StepLog } from './StepLog.tsx';
import { StepNotes } from './StepNotes.tsx';
import { ValuesTable } from './ValuesTable.tsx';

interface StepDetailProps {
  readonly run: RunDetail;
  readonly nodeId: string;
}

/** What one step of a run was given, what it made of it, and what it said to other systems. */
export function StepDetail({ run, nodeId }: StepDetailProps) {
  const node = run.drawing.nodes.find((each) => each.id === nodeId);
  const manifest = useStepManifest(node?.type ?? '');
  const trigger = useTriggerManifest(node?.type ?? '');
  const step = run.steps[nodeId];
  const isTrigger = nodeId === run.triggerId;
  const outputs = step?.outputs ?? (isTrigger ? run.triggerOutputs : undefined);
  const exchanges = step?.report?.exchanges ?? [];
  const log = step?.report?.log ?? [];
  const hrefOf = (part: 'inputs' | 'outputs') => (name: string) =>
    runValueUrl({ runId: run.id, nodeId, part, name });
  const history = step?.stretches ?? [];

  const outputsTab = {
    id: 'outputs',
    label: say('signals.outputs'),
    content: (
      <ValuesTable
        values={outputs}
        labels={(manifest ?? trigger)?.outputs}
        hrefOf={hrefOf('outputs')}
        empty={step?.failure ? say('runs.step.failed-no-outputs') : say('runs.step.no-outputs-yet')}
      />
    ),
  };
  const stepTabs = [
    {
      id: 'inputs',
      label: say('runs.inputs'),
      content: (
        <ValuesTable
          values={step?.inputs}
          labels={manifest?.inputs}
          hrefOf={hrefOf('inputs')}
          empty={
            step?.status === 'skipped' ? say('runs.step.skipped') : say('runs.step.not-reached')
          }
        />
      ),
    },
    outputsTab,
    {
      id: 'http',
      label: 'HTTP',
      count: exchanges.length,
      content: <HttpExchanges exchanges={exchanges} />,
    },
    {
      id: 'log',
      label: say('runs.log'),
      count: log.length + (history.length > 1 ? history.length : 0),
      content: <StepLog log={log} history={history} />,
    },
  ];

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {step?.failure && (
        <FailureNote failure={step.failure} inputs={manifest?.inputs} className="m-3 mb-1" />
      )}
      {step && <StepNotes step={step} />}
      <Tabs
        key={isTrigger ? 'trigger' : 'step'}
        label={say('runs.details-of', { name: node?.name ?? say('runs.the-step') })}
        tabs={isTrigger && !step ? [outputsTab] : stepTabs}
        className="flex-1"
        listClassName="px-2"
        panelClassName="overflow-auto"
      />
    </div>
  );
}
