import { createHash } from 'node:crypto';
import type { TriggerRequest } from '@sluice/connector-kit';
import { type RunStarted, type Values, asText } from '@sluice/schema';
import type { Acceptance, Journal, SignalCandidate } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';
import type { LiveTrigger } from './live-triggers.ts';
import { pickedOutputs } from './picked-outputs.ts';
import { SignalProblem } from './signal-problem.ts';

/** What came with a request besides what the trigger reads of it. */
export interface IntakeContext {
  readonly request: Omit<TriggerRequest, 'inputs' | 'userName'>;
  readonly userName?: string;
  readonly payload?: string;
  readonly contentType?: string;
  readonly remoteAddress?: string;
  readonly idempotencyKey?: string;
  /** Set for tests and for signals that are run by hand: no flood control, no duplicates. */
  readonly byHand?: {
    readonly test: boolean;
    /** Outputs that stand for those of nodes, its trigger among them. */
    readonly given?: RunStarted['given'];
  };
}

/** Who goes on with a signal once it is stored. */
export interface IntakeFollowers {
  /** Prepares the run of one that is only being stored; told of `dispatch` if it was accepted. */
  foresee(candidate: SignalCandidate, trigger: LiveTrigger): void;
  /** Runs an accepted one. */
  dispatch(start: RunStarted, trigger: LiveTrigger, title: string): void;
  /** Tells whoever watches, whatever became of it. */
  notice(acceptance: Acceptance, candidate: SignalCandidate, trigger: LiveTrigger): void;
}

/** The most events one batch may hold. */
const LARGEST_BATCH = 1000;

/**
 * Reads the signals in a request and stores them durably, with the beginnings of their runs; then
 * hands the accepted ones on to be run. When this has returned, nothing can be lost any more.
 */
export class SignalIntake {
  readonly #journal: Journal;
  readonly #followers: IntakeFollowers;

  constructor(journal: Journal, followers: IntakeFollowers) {
    this.#journal = journal;
    this.#followers = followers;
  }

  /** Throws a `SignalProblem` when there is nothing in the request to accept. */
  async accept(trigger: LiveTrigger, context: IntakeContext): Promise<readonly Acceptance[]> {
    const { inputs } = trigger;
    const { userName } = context;
    const receptions = trigger.definition.receive({
      inputs,
      ...(userName !== undefined && { userName }),
      ...context.request,
    });
    if (receptions.length === 0) throw new SignalProblem(400, 'The body holds no event.');
    if (receptions.length > LARGEST_BATCH) {
      throw new SignalProblem(413, `A batch may hold ${LARGEST_BATCH} events at most.`);
    }
    const receivedAt = Date.now();
    const given = context.byHand?.given?.[trigger.node.id];
    const candidates = receptions.map((read, index) => {
      const reception = given ? { title: read.title, outputs: given.outputs } : read;
      const outputs = given?.outputs ?? {
        ...reception.outputs,
        ...pickedOutputs(trigger.node, reception.outputs, context.request.body),
      };
      const payload = payloadOf(context, index, receptions.length);
      const about = { ...context, ...(payload !== undefined && { payload }) };
      return candidateOf(trigger, { ...reception, outputs }, { context: about, index, receivedAt });
    });
    const stored = this.#journal.accept(candidates);
    for (const candidate of candidates) this.#followers.foresee(candidate, trigger);
    const acceptances = await stored;
    acceptances.forEach((acceptance, index) => {
      const candidate = candidates[index] as SignalCandidate;
      this.#followers.notice(acceptance, candidate, trigger);
      if (acceptance.outcome !== 'accepted') return;
      this.#followers.dispatch(acceptance.start, trigger, candidate.title);
    });
    return acceptances;
  }
}

interface Read {
  readonly outputs: Values;
  readonly title: string;
  readonly note?: string;
  readonly incomplete?: boolean;
}

function candidateOf(
  { row, flow, flowVersion, node, definition }: LiveTrigger,
  { outputs, title, note, incomplete }: Read,
  { context, index, receivedAt }: { context: IntakeContext; index: number; receivedAt: number },
): SignalCandidate {
  const { floodControl, deduplicate } = node.settings;
  const { byHand, idempotencyKey } = context;
  const identifying = deduplicate.by ?? definition.deduplicateBy ?? [];
  const identity = byHand ? undefined : keyOf(identifying, outputs, true);
  const completes = definition.complete !== undefined && node.connectionId !== undefined;
  return {
    signalId: newId(receivedAt),
    requestId: newId(receivedAt),
    triggerUrlId: row.id,
    flowId: flow.id,
    flowVersion,
    nodeId: node.id,
    triggerName: node.name,
    receivedAt,
    title: title.slice(0, 200),
    outputs,
    incomplete: incomplete === true && completes,
    test: byHand?.test ?? false,
    ...(byHand?.given && { given: byHand.given }),
    deduplicationMs: deduplicate.windowSeconds * 1000,
    deduplication: [
      ...(idempotencyKey === undefined || byHand ? [] : [`header ${index} ${idempotencyKey}`]),
      ...(identity === undefined ? [] : [`outputs ${identity}`]),
    ],
    ...(floodControl.enabled &&
      !byHand && {
        flood: {
          correlation: keyOf(floodControl.correlateBy, outputs, false) ?? '',
          threshold: floodControl.threshold,
          periodMs: floodControl.periodSeconds * 1000,
        },
      }),
    ...(note !== undefined && { note }),
    ...(context.userName !== undefined && { userName: context.userName }),
    ...(context.payload !== undefined && { payload: context.payload }),
    ...(context.contentType !== undefined && { contentType: context.contentType }),
    ...(context.remoteAddress !== undefined && { remoteAddress: context.remoteAddress }),
  };
}

/** An event of a batch keeps its own part of the body, so that it can be run again alone. */
function payloadOf({ request, payload }: IntakeContext, index: number, events: number) {
  const { body } = request;
  if (events === 1 || !Array.isArray(body) || body.length !== events) return payload;
  return JSON.stringify(body[index]);
}

/** The chosen outputs' values as one text; undefined for none chosen, or when one must be there and is not. */
function keyOf(names: readonly string[], outputs: Values, complete: boolean): string | undefined {
  if (names.length === 0) return undefined;
  const values = names.map((name) => asText(outputs[name]));
  if (complete && values.includes('')) return undefined;
  const text = JSON.stringify(values);
  // Long ones are told apart by all of their text, not by how they begin.
  return text.length <= 500 ? text : createHash('sha256').update(text).digest('base64');
}
