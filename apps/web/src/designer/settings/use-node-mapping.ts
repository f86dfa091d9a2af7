import { useMemo } from 'react';
import { type FlowNode, isTrigger, withPinned } from '@sluice/schema';
import { useConstants } from '../../api/constants.ts';
import { useRun } from '../../api/runs.ts';
import { useTriggerDetails } from '../../api/flow-triggers.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { useWatchedRun } from '../activity/use-watched-run.ts';
import { buildMapping } from '../mapping/build-mapping.ts';
import { type KnownValues, type LastSignals, knownValues } from '../mapping/known-values.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { lostName } from '../repair/lost-name.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { chosenRunId } from './values-choice.ts';

interface NodeMapping {
  readonly mapping: Mapping;
  /** What is known of the outputs of every node, the one being set up included. */
  readonly known: ReadonlyMap<string, KnownValues>;
}

/**
 * Gathers what a node may draw on and the best values known, from the flow, its run and its signals,
 * or, when that was chosen, from another run or from samples alone.
 */
export function useNodeMapping(node: FlowNode, choice: string): NodeMapping {
  const flow = useFlowDocument((state) => state.flow);
  const past = useFlowDocument((state) => state.past);
  const catalogue = useCatalogue();
  const watched = useWatchedRun();
  const runId = chosenRunId(choice);
  const chosen = useRun(runId).data;
  const run = choice === 'known' ? watched : chosen;
  const constants = useConstants().data;
  const triggers = useMemo(() => flow.nodes.filter(isTrigger), [flow.nodes]);
  const details = useTriggerDetails(
    triggers.map((trigger) => ({ flowId: flow.id, nodeId: trigger.id })),
  );
  // A step's own draft changes nothing about what comes before it, but for what is pinned.
  const ownTrigger = node.kind === 'trigger' ? node : undefined;
  const { id, pinned } = node;

  return useMemo(() => {
    const signals: LastSignals = Object.fromEntries(
      triggers.map((trigger, index) => [
        trigger.id,
        choice === 'sample' ? undefined : details[index]?.lastSignal,
      ]),
    );
    const nodes = flow.nodes.map((each) => {
      if (each.id !== id) return each;
      return ownTrigger ?? withPinned(each, pinned);
    });
    const drawing = { nodes, edges: flow.edges };
    const known = knownValues({ flow: drawing, catalogue, run, signals });
    const mapping = buildMapping({
      flow: drawing,
      nodeId: id,
      catalogue,
      constants: constants ?? [],
      known,
      lostName: (nodeId) => lostName(nodeId, past),
    });
    return { mapping, known };
  }, [triggers, details, flow, ownTrigger, id, pinned, catalogue, run, choice, constants, past]);
}
