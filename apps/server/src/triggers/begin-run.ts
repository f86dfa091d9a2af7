import type { RunParent, RunStarted, Values } from '@sluice/schema';
import type { RunBeginning } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';
import type { LiveTrigger } from './live-triggers.ts';
import { pickedOutputs } from './picked-outputs.ts';

/** What is known of a run that no sender started. */
export interface BeginningOptions {
  /** What the trigger receives. */
  readonly body: unknown;
  readonly parent?: RunParent;
  /** Who pressed the button. */
  readonly userName?: string;
  /** Names the occasion: a second beginning of the same name starts nothing. */
  readonly key?: string;
}

/** Milliseconds that an occasion is remembered. */
const KEPT_MS = 8 * 86_400_000;

/** The beginning of a run that a step, a clock or a failure starts through a trigger. */
export function beginningOf(trigger: LiveTrigger, options: BeginningOptions): RunBeginning {
  const { row, flow, flowVersion, node, definition, inputs } = trigger;
  const { body, parent, key, userName } = options;
  const [reception] = definition.receive({
    query: {},
    headers: {},
    recipients: [],
    body,
    inputs,
    ...(userName !== undefined && { userName }),
  });
  const received: Values = reception?.outputs ?? {};
  const now = Date.now();
  const start: RunStarted = {
    type: 'run.started',
    at: new Date(now).toISOString(),
    runId: newId(now),
    flowId: flow.id,
    flowVersion,
    triggerId: node.id,
    outputs: { ...received, ...pickedOutputs(node, received, body) },
    ...(parent && { parent }),
  };
  return {
    start,
    title: (reception?.title ?? node.name).slice(0, 200),
    triggerName: node.name,
    ...(key !== undefined && { key: { triggerUrlId: row.id, key, keptMs: KEPT_MS } }),
  };
}
