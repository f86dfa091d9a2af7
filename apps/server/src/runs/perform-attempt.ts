import { hash } from 'node:crypto';
import {
  Answered,
  Ended,
  type FlowCaller,
  HttpError,
  type StepCall,
  type StepDefinition,
  StepError,
  type StepResult,
  Taken,
  type TriggerDefinition,
} from '@sluice/connector-kit';
import type { Attempt, Outcome } from '@sluice/engine';
import {
  DEFAULT_TIMEOUT_SECONDS,
  type HttpExchange,
  type StepReport,
  type Values,
  nextExit,
} from '@sluice/schema';
import type { Connections } from '../connections/connections.ts';
import { Deadline, within } from '../outbound/deadline.ts';
import { outcomeOf } from './outcome-of.ts';
import { LostRun } from '../storage/lost-run.ts';
import type { Caller } from './call-flows.ts';

export interface PerformNeeds {
  readonly findStep: (type: string) => StepDefinition | undefined;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly connections: Connections;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly flowsFor: (caller: Caller) => FlowCaller;
  /** Throws a `LostRun` when the run may be another process's by now. */
  readonly beforeSending?: () => void;
}

/** Lines of a step's log that are kept. */
const LONGEST_LOG = 200;

/**
 * Makes one attempt at a node's declared work: opens its connection, gives it its time, and turns
 * whatever comes of it into an outcome. Throws nothing but a `LostRun`.
 */
export async function performAttempt(
  attempt: Attempt,
  runId: string,
  needs: PerformNeeds,
): Promise<Outcome> {
  const log: string[] = [];
  const exchanges: HttpExchange[] = [];
  const seconds = timeoutOf(attempt);
  const deadline = new Deadline(seconds * 1000, () => tooLong(seconds));
  try {
    const performed = perform(attempt, needs, {
      runId,
      deadline,
      log: (line) => void (log.length < LONGEST_LOG && log.push(line.slice(0, 2000))),
      onExchange: (exchange) => void exchanges.push(exchange),
    });
    // A step that ignores its time is left behind; what it still does is not waited for.
    const outcome = await within(deadline, performed);
    return withReport(outcome, { log, exchanges });
  } catch (error) {
    if (error instanceof LostRun) throw error;
    const isTooLate = deadline.reason !== undefined && error === deadline.reason;
    const cause = isTooLate ? timedOut(seconds) : error;
    return withReport(await outcomeOf(cause, attempt, needs), { log, exchanges });
  } finally {
    deadline.end();
  }
}

/** A request that is cut short tells its connection that the other side took too long. */
function tooLong(seconds: number): HttpError {
  return new HttpError('timeout', `The step’s ${seconds} seconds were over.`);
}

interface Surroundings {
  readonly runId: string;
  readonly deadline: Deadline;
  readonly log: (line: string) => void;
  readonly onExchange: (exchange: HttpExchange) => void;
}

async function perform(
  attempt: Attempt,
  needs: PerformNeeds,
  around: Surroundings,
): Promise<Outcome> {
  const { node } = attempt;
  const { deadline, onExchange } = around;
  const user = { onExchange, deadline, beforeSending: needs.beforeSending };
  const opened = node.connectionId
    ? await needs.connections.open(node.connectionId, user)
    : { http: needs.connections.bare(user), values: {}, mask: asItIs };
  const { http, values: connection, mask } = opened;
  const log = (line: string) => around.log(mask(line));

  try {
    return masked(await work(attempt, needs, { http, connection, log, runId: around.runId }), mask);
  } catch (error) {
    throw maskedError(error, mask);
  }
}

type Reach = Pick<StepCall, 'http' | 'connection' | 'log'> & { readonly runId: string };

async function work(attempt: Attempt, needs: PerformNeeds, reach: Reach): Promise<Outcome> {
  const { node, inputs } = attempt;
  const { runId, ...around } = reach;
  if (node.kind === 'trigger') {
    const outputs = attempt.triggerOutputs;
    const completed = await needs.findTrigger(node.type)?.complete?.({ outputs, ...around });
    return { kind: 'succeeded', outputs: completed ?? outputs, exits: [nextExit.id] };
  }

  const definition = needs.findStep(node.type);
  if (!definition) {
    throw new StepError({
      code: 'invalid-input',
      message: `This server does not have the step ${node.type}.`,
    });
  }
  const identity = {
    runId,
    nodeId: node.id,
    marker: markerOf(runId, node.id),
    startedAt: attempt.startedAt,
  };
  const { activeSince, waysIn } = attempt;
  const flows = needs.flowsFor({ runId, nodeId: node.id, activeSince });
  const call: StepCall = { inputs, identity, waysIn, flows, ...around };
  const found = attempt.checkFirst ? await definition.reconcile?.(call) : undefined;
  if (found) around.log('An earlier attempt had done it already; it was found and not repeated.');
  return taken(found ?? (await definition.run(call)), definition);
}

/** A secret that the other side repeats in its answer must not get into outputs. */
function masked(outcome: Outcome, mask: (text: string) => string): Outcome {
  if (outcome.kind !== 'succeeded' || mask === asItIs) return outcome;
  const { outputs, answer } = outcome;
  const text = JSON.stringify({ outputs, answer });
  const shown = mask(text);
  return shown === text ? outcome : { ...outcome, ...JSON.parse(shown) };
}

function maskedError(error: unknown, mask: (text: string) => string): unknown {
  if (!(error instanceof StepError)) return error;
  const { failure, cause } = error;
  return new StepError(JSON.parse(mask(JSON.stringify(failure))), { cause });
}

const asItIs = (text: string): string => text;

function taken(result: StepResult, definition: StepDefinition): Outcome {
  if (result instanceof Taken) {
    return { kind: 'succeeded', outputs: result.outputs as Values, exits: result.exits };
  }
  const exits = (definition.exits ?? [nextExit]).map((exit) => exit.id);
  if (result instanceof Answered) {
    const { answer } = result;
    return { kind: 'succeeded', outputs: result.outputs as Values, exits, answer };
  }
  if (result instanceof Ended) {
    const { as, message } = result;
    const ends = { as, ...(message !== undefined && { message }) };
    return { kind: 'succeeded', outputs: result.outputs as Values, exits, ends };
  }
  return { kind: 'succeeded', outputs: result as Values, exits };
}

function timedOut(seconds: number): StepError {
  return new StepError({
    code: 'timed-out',
    message: `The step took longer than ${seconds} seconds.`,
    hint: 'Allow it more time under Retry & errors, or look at why the other side is slow.',
    outcomeUnknown: true,
  });
}

function timeoutOf({ node }: Attempt): number {
  return (node.kind === 'step' && node.timeoutSeconds) || DEFAULT_TIMEOUT_SECONDS;
}

/** Short enough for any reference field, and the same for every attempt of a step in a run. */
function markerOf(runId: string, nodeId: string): string {
  return `sluice-${hash('sha256', `${runId} ${nodeId}`, 'base64url').slice(0, 22)}`;
}

function withReport(outcome: Outcome, report: StepReport): Outcome {
  return report.log.length + report.exchanges.length > 0 ? { report, ...outcome } : outcome;
}
