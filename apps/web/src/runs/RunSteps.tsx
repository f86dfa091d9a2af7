import type { FlowNode, RunDetail } from '@sluice/schema';
import { say } from '../words/say.ts';
import { WhenNear } from '../ui/WhenNear.tsx';
import { StepLine } from './StepLine.tsx';
import { nodesInOrder } from './nodes-in-order.ts';

interface RunStepsProps {
  readonly run: RunDetail;
  readonly selectedNodeId: string | undefined;
  readonly onSelect: (nodeId: string) => void;
}

/** Lines that are drawn together. */
const TOGETHER = 50;
/** Pixels of a line. */
const LINE = 36;

/** The steps of a run in the order they happened, one of them selected. */
export function RunSteps({ run, selectedNodeId, onSelect }: RunStepsProps) {
  const nodes = nodesInOrder(run);
  const lineOf = (node: FlowNode) => (
    <StepLine
      key={node.id}
      node={node}
      step={run.steps[node.id]}
      isTrigger={node.id === run.triggerId}
      isSelected={node.id === selectedNodeId}
      onSelect={onSelect}
    />
  );
  const parts = Array.from({ length: Math.ceil(nodes.length / TOGETHER) - 1 }, (_part, index) =>
    nodes.slice((index + 1) * TOGETHER, (index + 2) * TOGETHER),
  );
  return (
    <ul aria-label={say('runs.steps')} className="flex flex-col py-1">
      {nodes.slice(0, TOGETHER).map(lineOf)}
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- A part is a stretch of the list, whichever steps are in it.
        <WhenNear key={index} height={part.length * LINE}>
          {() => part.map(lineOf)}
        </WhenNear>
      ))}
    </ul>
  );
}
