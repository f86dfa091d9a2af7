import {
  CONSTANTS,
  type Failure,
  type FlowNode,
  type NodeId,
  type Run,
  type RunEvent,
  type Sources,
  type StepReport,
  type StepRun,
  type Values,
  isOver,
  isSettled,
  isStep,
  outputsOf,
  reduceRun,
} from '@sluice/schema';
import { checkInputs } from './check-inputs.ts';
import { nextAttempt } from './next-attempt.ts';
import type { FlowPlan, PlannedNode } from './plan-flow.ts';
import { resolveInputs } from './resolve-inputs.ts';
import { type Settlement, settleAfter, settleAll } from './settle-edges.ts';

/** What the engine needs from the world. The server supplies it; tests supply a few lines. */
export interface EnginePorts {
  /** Makes one attempt at a node's declared work. Never throws for what a step did. */
  perform(attempt: Attempt): Promise<Outcome>;
  /** Stores events, all or none, and shows them to whoever is watching. */
  record(events: readonly RunEvent[]): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Calls `ring` at a time (milliseconds since 1970); the answer takes the alarm back. */
  alarm(at: number, ring: () => void): () => void;
  readonly constants: Values;
  readonly isHtml: Sources['isHtml'];
}

/** One attempt at one node. */
export interface Attempt {
  readonly node: FlowNode;
  readonly inputs: Values;
  readonly attempt: number;
  /** An earlier attempt may have done the work: ask first, and do it only if it was not done. */
  readonly checkFirst: boolean;
  /** When the first attempt began, ISO 8601. */
  readonly startedAt: string;
  /** The outputs of a trigger that has more to fetch. */
  readonly triggerOutputs: Values;
}

/** How an attempt ended. */
export type Outcome = { readonly report?: StepReport } & (
  | { readonly kind: 'succeeded'; readonly outputs: Values; readonly exits: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'waiting';
      readonly until: number;
      readonly why: string;
      /** The attempt may have done its work all the same. */
      readonly unsure?: boolean;
    }
);

/** A run under way. */
export interface RunHandle {
  /** The run when it is over, or when all it can do is wait; throws what a port threw. */
  readonly done: Promise<Run>;
  /** Ends the run. What is in flight is still recorded; nothing follows it. */
  cancel(by: string): Promise<void>;
}

/**
 * Takes a run as far as it can go.
 *
 * The whole idea is in `advance`: whatever can begin is recorded as begun together with what made
 * it possible, in one step, and then performed; and each ending advances the run again. So every
 * beginning is durable before it has an effect, and a finished step is never found unfinished.
 *
 * The state of a run is never stored apart from its events. Here they are folded to choose the
 * next steps, in the database they are the history, and on the screen they are folded once more:
 * three readers of one story, who cannot disagree. A run that returns from the store is the fold
 * of its events, and goes on here as if nothing had happened.
 */
export function runFlow(plan: FlowPlan, from: Run, ports: EnginePorts): RunHandle {
  let run = from;
  const active = new Set<NodeId>();
  const alarms = new Map<NodeId, () => void>();
  const done = createDeferred<Run>();
  const time = () => iso(ports.now());

  /** Folds events, and adds what they make possible, down to the end of the run. */
  function foresee(events: RunEvent[], settle: () => Settlement): PlannedNode[] {
    for (const event of events) run = reduceRun(run, event);
    const beginning: PlannedNode[] = [];
    if (isOver(run.status)) return beginning;
    for (let found = settle(); ;) {
      const ended: NodeId[] = [];
      for (const nodeId of found.skipped)
        happen(events, { type: 'step.skipped', at: time(), nodeId });
      for (const planned of found.ready) {
        if (begin(planned, events)) beginning.push(planned);
        else ended.push(planned.node.id);
      }
      if (ended.length === 0) break;
      found = settleAfter(plan, run, ended);
    }
    const open = active.size + beginning.length > 0 || Object.values(run.steps).some(isOpen);
    if (!open) happen(events, { type: 'run.finished', at: time() });
    return beginning;
  }

  /** Records a node as begun; false when its inputs already fail it. */
  function begin(planned: PlannedNode, events: RunEvent[]): boolean {
    const { node } = planned;
    const attempt = (run.steps[node.id]?.attempt ?? 0) + 1;
    const resolved = isStep(node) ? resolveInputs(node, planned.fields, sourcesOf(run, ports)) : {};
    const checked = checkInputs(planned.fields, resolved);
    const inputs = checked.ok ? checked.values : resolved;
    happen(events, { type: 'step.started', at: time(), nodeId: node.id, attempt, inputs });
    if (checked.ok) return true;
    happen(events, failed(planned, checked.failure));
    return false;
  }

  function happen(events: RunEvent[], event: RunEvent): void {
    run = reduceRun(run, event);
    events.push(event);
  }

  async function advance(events: RunEvent[], settle: () => Settlement): Promise<void> {
    const beginning = foresee(events, settle);
    for (const { node } of beginning) active.add(node.id);
    if (events.length > 0) await ports.record(events);
    await Promise.all(beginning.map((planned) => perform(planned, false)));
  }

  async function perform(planned: PlannedNode, checkFirst: boolean): Promise<void> {
    const { node } = planned;
    const step = run.steps[node.id] as StepRun;
    const outcome = await ports.perform({
      node,
      inputs: step.inputs,
      attempt: step.attempt,
      checkFirst,
      startedAt: step.startedAt ?? time(),
      triggerOutputs: run.triggerOutputs,
    });
    active.delete(node.id);
    await advance([ending(planned, step, outcome)], () => settleAfter(plan, run, [node.id]));
    setAlarm(planned);
  }

  function ending(planned: PlannedNode, step: StepRun, outcome: Outcome): RunEvent {
    const about = {
      at: time(),
      nodeId: planned.node.id,
      ...(outcome.report && { report: outcome.report }),
    };
    if (outcome.kind === 'succeeded') {
      return { type: 'step.succeeded', ...about, outputs: outcome.outputs, exits: outcome.exits };
    }
    if (outcome.kind === 'waiting') {
      const { report: _report, ...plain } = about;
      const { until, why, unsure } = outcome;
      const doubt = unsure ? { unsure } : {};
      return { type: 'step.waiting', ...plain, until: iso(until), why, ...doubt };
    }
    const { failure } = outcome;
    const { retry } = planned;
    const until = nextAttempt(
      { retry, attempt: step.attempt, failure },
      ports.now(),
      ports.random(),
    );
    if (until !== undefined && !isOver(run.status)) {
      return { type: 'step.retrying', ...about, failure, until: iso(until) };
    }
    return { ...failed(planned, failure), ...about };
  }

  function failed({ node, waysOut }: PlannedNode, failure: Failure) {
    const handled = waysOut.some((edge) => edge.exit === 'error');
    const exits = handled ? ['error'] : [];
    return { type: 'step.failed', at: time(), nodeId: node.id, failure, exits } as const;
  }

  /** While other branches run, a pausing step is woken here; once all only wait, the server does. */
  function setAlarm(planned: PlannedNode): void {
    const { id } = planned.node;
    const step = run.steps[id];
    if (active.size === 0 || !step?.until || !isPausing(step)) return;
    alarms.set(
      id,
      ports.alarm(Date.parse(step.until), () => void resume(planned).catch(done.reject)),
    );
  }

  /** Takes up a node that paused, or that was in flight when the process ended. */
  async function resume(planned: PlannedNode): Promise<void> {
    const { id } = planned.node;
    const step = run.steps[id];
    alarms.delete(id);
    if (!step || isSettled(step) || active.has(id) || isOver(run.status)) return;
    active.add(id);
    const unsure = step.status === 'running' || step.unsure === true;
    const afterInterruption = planned.afterInterruption(step.inputs);
    const events: RunEvent[] = [];
    happen(events, {
      type: 'step.started',
      at: time(),
      nodeId: id,
      attempt: step.attempt + (step.status === 'retrying' ? 1 : 0),
      inputs: step.inputs,
      ...(unsure && { unsure: true }),
      ...(unsure && afterInterruption === 'mark' && { mayHaveRepeated: true }),
    });
    await ports.record(events);
    await perform(planned, unsure && afterInterruption === 'reconcile');
    finish();
  }

  function finish(): void {
    if (active.size > 0) return;
    for (const cancelAlarm of alarms.values()) cancelAlarm();
    alarms.clear();
    done.resolve(run);
  }

  async function start(): Promise<void> {
    if (isOver(run.status)) return finish();
    const due = [...plan.nodes.values()].filter(({ node }) =>
      isDue(run.steps[node.id], ports.now()),
    );
    // Those in flight are held as active before anything is awaited, so that nobody ends the run.
    const resumed = due.map(resume);
    await Promise.all([...resumed, advance([], () => opening(plan, run))]);
    finish();
  }

  void start().catch(done.reject);

  return {
    done: done.promise,
    cancel: async (by) => {
      if (isOver(run.status)) return;
      const events: RunEvent[] = [];
      happen(events, { type: 'run.cancelled', at: time(), by });
      await ports.record(events);
      finish();
    },
  };
}

/** What a run begins with: its trigger's own fetching if it has any, else what follows the trigger. */
function opening(plan: FlowPlan, run: Run): Settlement {
  const trigger = plan.nodes.get(run.triggerId);
  if (run.incomplete && trigger && !run.steps[run.triggerId])
    return { ready: [trigger], skipped: [] };
  return settleAll(plan, run);
}

function sourcesOf(run: Run, { constants, isHtml }: EnginePorts): Sources {
  return { isHtml, lookup: (id) => (id === CONSTANTS ? constants : outputsOf(run, id)) };
}

/** Whether a stored step wants attention: it was in flight, or its pause is over. */
function isDue(step: StepRun | undefined, now: number): boolean {
  if (!step || isSettled(step)) return false;
  return !isPausing(step) || Date.parse(step.until ?? '') <= now;
}

function isPausing(step: StepRun): boolean {
  return step.status === 'waiting' || step.status === 'retrying';
}

function isOpen(step: StepRun): boolean {
  return !isSettled(step);
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

function createDeferred<Value>(): Deferred<Value> {
  let resolve!: (value: Value) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<Value>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
