import { type FlowNode, type StepNode, manifestIndex } from '@sluice/schema';
import { memo } from 'react';
import { useTriggerDetail } from '../../api/flow-triggers.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { useOfWatchedRun, useWatchedStep } from '../activity/use-watched-run.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useSaving } from '../state/use-saving.ts';
import { paintOfNode } from './paint.ts';
import { runDetail, setupDetail } from './step-detail.ts';

/** The second line of a card: its kind, and what happened there last. */
export const NodeSubtitle = memo(function NodeSubtitle({ node }: { readonly node: FlowNode }) {
  return (
    <p className="truncate text-hint text-faint first-letter:uppercase">
      {node.kind === 'trigger' ? <TriggerWords nodeId={node.id} /> : <StepWords step={node} />}
    </p>
  );
});

function StepWords({ step }: { readonly step: StepNode }) {
  const index = manifestIndex(useCatalogue());
  const manifest = index.steps.get(step.type);
  const connector = index.connectors.get(step.type);
  const done = useWatchedStep(step.id);
  const paint = useOfWatchedRun((run) => paintOfNode(run, step.id));
  const setup = useFlowDocument(({ flow }) => setupDetail(step, flow, index));
  const detail = runDetail(paint, done, manifest?.highlight) ?? setup;
  // How long a step is held leaves no room for its kind.
  if (detail !== undefined && (paint === 'waiting' || paint === 'retrying')) return detail;
  // A tool that is still called by its kind need not say so twice.
  const isKindSaid = manifest?.label === step.name && detail === undefined;
  const isTool = connector?.section === 'tools' && !isKindSaid;
  const kind = isTool ? manifest?.label : connector?.label;
  return [kind ?? say('designer.canvas.unknown-step'), detail].filter(Boolean).join(' · ');
}

function TriggerWords({ nodeId }: { readonly nodeId: string }) {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const saved = useSaving(({ phase }) => phase === 'saved');
  const { data } = useTriggerDetail({ flowId, nodeId }, { enabled: saved });
  if (!data) return say('designer.canvas.trigger');
  if (data.signalsToday === 0)
    return data.live ? say('designer.canvas.no-signals-today') : say('designer.canvas.trigger');
  return say('designer.canvas.signals-today', { count: data.signalsToday });
}
