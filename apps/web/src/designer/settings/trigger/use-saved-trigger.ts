import { useEffect } from 'react';
import type { NodeId, TriggerDetail, TriggerNode } from '@sluice/schema';
import { type TriggerPlace, useTriggerDetail } from '../../../api/flow-triggers.ts';
import { useFlowDocument } from '../../state/use-flow-document.ts';
import { useSaving } from '../../state/use-saving.ts';

/** A trigger as the server has it. */
export interface SavedTrigger {
  readonly place: TriggerPlace;
  /** The node of the draft that was saved last; undefined before the first saving. */
  readonly node: TriggerNode | undefined;
  readonly detail: TriggerDetail | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Asks for a trigger's URL and what came through it, and again whenever its settings were saved. */
export function useSavedTrigger(nodeId: NodeId): SavedTrigger {
  const flowId = useFlowDocument((state) => state.flow.id);
  const found = useSaving((state) => state.confirmed.nodes.find((each) => each.id === nodeId));
  const node = found?.kind === 'trigger' ? found : undefined;
  const place = { flowId, nodeId };
  const { data, error, refetch } = useTriggerDetail(place, { enabled: node !== undefined });
  const authentication = node?.settings.authentication;
  useEffect(() => {
    if (authentication !== undefined) void refetch();
  }, [authentication, refetch]);
  return { place, node, detail: data, error, retry: () => void refetch() };
}
