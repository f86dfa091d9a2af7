import {
  CONSTANTS,
  type Failure,
  type NodeId,
  type Run,
  type RunEvent,
  type Sources,
  type StepRun,
  isOver,
  isSettled,
  isStep,
  isoTime,
  outputsOf,
  reduceRun,
} from '@sluice/schema';
import { checkInputs } from './check-inputs.ts';
import { createDeferred } from './deferred.ts';
import { interruptedTest, passOver } from './draft-tests.ts';
import type { EnginePorts, Outcome, RunHandle } from './engine-ports.ts';
import { nextAttempt } from './next-attempt.ts';
import type { FlowPlan, PlannedNode } from './plan-flow.ts';
import { resolveInputs } from './resolve-inputs.ts';
import { type Settlement, edgeState, opening, settleAfter } from './settle-edges.ts';

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
  /** How often it was woken: a waking during an attempt must not be lost on that attempt. */
  let wakings = 0;
  const done = createDeferred<Run>();
  const time = () => isoTime(ports.now());

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
    const open = active.size + beginning.length > 0 || !Object.values(run.steps).every(isSettled);
    if (!open) happen(events, { type: 'run.finished', at: time() });
    return beginning;
  }

  /** Records a node as begun; false when its outputs are given, or its inputs already fail it. */
  function begin(planned: PlannedNode, events: RunEvent[]): boolean {
    const { node } = planned;
    const given = run.given?.[node.id];
    if (given) {
      happen(events, passOver(planned, given, time()));
      return false;
    }
    const attempt = (run.steps[node.id]?.attempt ?? 0) + 1;
    const checked = inputsOf(planned);
    happen(events, {
      type: 'step.started',
      at: time(),
      nodeId: node.id,
      attempt,
      inputs: checked.inputs,
    });
    if (checked.ok) return true;
    happen(events, failed(planned, checked.failure));
    return false;
  }

  function inputsOf({ node, fields }: PlannedNode) {
    const resolved = isStep(node) ? resolveInputs(node.inputs, fields, sourcesOf(run, ports)) : {};
    const checked = checkInputs(fields, resolved);
    return { inputs: checked.ok ? checked.values : resolved, ...checked };
  }

  function happen(events: RunEvent[], event: RunEvent): void {
    run = reduceRun(run, event);
    events.push(event);
  }

  async function advance(events: RunEvent[], settle: () => Settlement): Promise<void> {
    const beginning = foresee(events, settle);
    for (const { node } of beginning) active.add(node.id);
    if (events.length > 0) await ports.record(events, run);
    await Promise.all(beginning.map((planned) => perform(planned, false)));
  }

  async function perform(planned: PlannedNode, checkFirst: boolean): Promise<void> {
    const { node } = planned;
    const step = run.steps[node.id] as StepRun;
    const wakingsBefore = wakings;
    const outcome = await ports.perform({
      node,
      inputs: step.inputs,
      attempt: step.attempt,
      checkFirst,
      startedAt: step.startedAt ?? time(),
      activeSince: run.activeSince,
      triggerOutputs: run.triggerOutputs,
      waysIn: waysInto(planned, run),
    });
    active.delete(node.id);
    await advance(endings(planned, step, outcome), () => settleAfter(plan, run, [node.id]));
    if (wakings > wakingsBefore && run.steps[node.id]?.forRuns) await resume(planned);
    setAlarm(planned);
  }

  function endings(planned: PlannedNode, step: StepRun, outcome: Outcome): RunEvent[] {
    const event = ending(planned, step, outcome);
    if (outcome.kind !== 'succeeded' || !outcome.ends || isOver(run.status)) return [event];
    return [event, { type: 'run.finished', at: time(), ...outcome.ends }];
  }

  function ending(planned: PlannedNode, step: StepRun, outcome: Outcome): RunEvent {
    const about = {
      at: time(),
      nodeId: planned.node.id,
      ...(outcome.report && { report: outcome.report }),
    };
    if (outcome.kind === 'succeeded') {
      const { outputs, exits, answer } = outcome;
      return { type: 'step.succeeded', ...about, outputs, exits, ...(answer && { answer }) };
    }
    if (outcome.kind === 'waiting') {
      const { report: _report, ...plain } = about;
      const { why, unsure, forRuns } = outcome;
      const until = isoTime(outcome.until);
      const doubt = unsure ? { unsure } : {};
      return { type: 'step.waiting', ...plain, until, why, ...doubt, ...(forRuns && { forRuns }) };
    }
    const { failure } = outcome;
    const { retry } = planned;
    const attempt = step.attempt - (step.earlierAttempts ?? 0);
    const until = nextAttempt({ retry, attempt, failure }, ports.now(), ports.random());
    if (until !== undefined && !isOver(run.status)) {
      return { type: 'step.retrying', ...about, failure, until: isoTime(until) };
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
    // Retried by hand, it takes its inputs anew: a constant may have been mended meanwhile.
    const anew = step.status === 'retrying' && step.attempt === step.earlierAttempts;
    const resolved = anew ? inputsOf(planned) : { ok: true as const, inputs: step.inputs };
    const isLost = run.only !== undefined && step.status === 'running';
    const checked = isLost
      ? ({ ...resolved, ok: false, failure: interruptedTest } as const)
      : resolved;
    const events: RunEvent[] = [];
    happen(events, {
      type: 'step.started',
      at: time(),
      nodeId: id,
      attempt: step.attempt + (step.status === 'retrying' ? 1 : 0),
      inputs: checked.inputs,
      ...(unsure && { unsure: true }),
      ...(unsure && !isLost && afterInterruption === 'mark' && { mayHaveRepeated: true }),
    });
    if (checked.ok) {
      await ports.record(events, run);
      await perform(planned, unsure && afterInterruption === 'reconcile');
    } else {
      active.delete(id);
      happen(events, failed(planned, checked.failure));
      await advance(events, () => settleAfter(plan, run, [id]));
    }
    finish();
  }

  function finish(): void {
    if (active.size > 0) return;
    for (const cancelAlarm of alarms.values()) cancelAlarm();
    alarms.clear();
    done.resolve(run);
  }

  /** Ends a run that has taken longer than it may. */
  async function timeOut(): Promise<void> {
    if (isOver(run.status)) return;
    const events: RunEvent[] = [];
    const message = `The run took longer than the ${plan.timeoutSecondsOf(run.triggerId)} seconds it may take.`;
    happen(events, { type: 'run.finished', at: time(), as: 'failed', message });
    await ports.record(events, run);
    finish();
  }

  async function start(): Promise<void> {
    if (isOver(run.status)) return finish();
    const deadline = deadlineOf(plan, run);
    if (deadline <= ports.now()) return timeOut();
    alarms.set(
      DEADLINE,
      ports.alarm(deadline, () => void timeOut().catch(done.reject)),
    );
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
    wake: () => {
      wakings += 1;
      for (const planned of plan.nodes.values()) {
        if (run.steps[planned.node.id]?.forRuns) void resume(planned).catch(done.reject);
      }
    },
    cancel: async (by) => {
      if (isOver(run.status)) return;
      const events: RunEvent[] = [];
      happen(events, { type: 'run.cancelled', at: time(), by });
      await ports.record(events, run);
      finish();
    },
  };
}

/** When a run has taken longer than it may, in milliseconds since 1970. */
export function deadlineOf(plan: FlowPlan, run: Run): number {
  return Date.parse(run.activeSince) + plan.timeoutSecondsOf(run.triggerId) * 1000;
}

/** The alarm of the run itself, among those of its nodes: no node has this id. */
const DEADLINE = 'constants';

function waysInto({ waysIn }: PlannedNode, run: Run) {
  return waysIn
    .filter((edge) => edgeState(edge, run) === 'taken')
    .map(({ source, exit, drawn }) => drawn ?? { source, exit });
}

function sourcesOf(run: Run, { constants, isHtml }: EnginePorts): Sources {
  return { isHtml, lookup: (id) => (id === CONSTANTS ? constants : outputsOf(run, id)) };
}

/** Whether a stored step wants attention: it was in flight, its pause is over, or it was woken. */
function isDue(step: StepRun | undefined, now: number): boolean {
  if (!step || isSettled(step)) return false;
  return !isPausing(step) || step.forRuns === true || Date.parse(step.until ?? '') <= now;
}

function isPausing(step: StepRun): boolean {
  return step.status === 'waiting' || step.status === 'retrying';
}
