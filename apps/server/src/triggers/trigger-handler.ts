import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { HttpProblem } from '../http/http-problem.ts';
import type { Acceptance, Journal } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';
import {
  type CredentialCheck,
  type SignalCredentials,
  authenticateNobody,
  authenticateSignal,
  hasCredentials,
} from './authenticate-signal.ts';
import type { Awaited } from '../runs/await-answer.ts';
import type { LiveTriggers } from './live-triggers.ts';
import { readBody } from './read-body.ts';
import { readBytes } from './read-bytes.ts';
import { readQuery } from './read-query.ts';
import { RefusalLimit } from './refusal-limit.ts';
import type { SignalIntake } from './signal-intake.ts';
import { sendRunAnswer } from './send-run-answer.ts';
import { SignalProblem, refusal } from './signal-problem.ts';
import type { TriggerAddresses } from './trigger-address.ts';

export interface TriggerHandlerNeeds {
  readonly triggers: LiveTriggers;
  readonly accounts: CredentialCheck;
  readonly addresses: TriggerAddresses;
  readonly intake: SignalIntake;
  readonly journal: Journal;
  readonly logger: Logger;
  /** Largest body, in bytes. */
  readonly bodyLimit: number;
  /** A sentence when nothing can be taken just now; the sender is asked to come back. */
  readonly busy: () => string | undefined;
  readonly awaitAnswer: (runId: string, seconds: number) => Promise<Awaited>;
}

/** Where triggers are reached. */
export const triggerPath = '/api/integration/1/functions/:id/triggers';

/**
 * What a trigger URL does: find the trigger, find out who sends, read the body, accept. Every call
 * is recorded as a signal, refused ones with the reason.
 */
export function triggerHandler(needs: TriggerHandlerNeeds): RequestHandler {
  const refusals = new RefusalLimit(300);

  /** Answers at once; or, where the trigger says so, with what the run says. */
  async function sendAnswer(
    response: Response,
    acceptances: readonly Acceptance[],
    answerSeconds: number | undefined,
  ): Promise<void> {
    const [only, ...others] = acceptances;
    const waits = answerSeconds !== undefined && others.length === 0;
    if (!only || !waits || only.outcome === 'suppressed') {
      sendJson(response, answerOf(acceptances));
      return;
    }
    const awaited = await needs.awaitAnswer(only.requestId, answerSeconds);
    if (awaited.kind === 'answered') {
      sendRunAnswer(response, awaited.answer, only.requestId);
    } else if (awaited.kind === 'ended') {
      response.status(200).json({ ...answerOf(acceptances), status: awaited.status });
    } else {
      response.status(202).json(answerOf(acceptances));
    }
  }

  async function takeIn(request: Request, seen: Seen) {
    const busy = needs.busy();
    if (busy) throw new HttpProblem(503, busy, { headers: { 'Retry-After': '5' } });
    const found = await needs.triggers.find(String(request.params['id']));
    seen.rowId = found?.row.id;
    seen.flowId = found?.row.flow_id;
    if (request.method !== 'POST') {
      throw new SignalProblem(405, 'Send signals with POST.', { headers: { Allow: 'POST' } });
    }
    const { query, recipients } = readQuery(request.url);
    const bytes = await readBytes(request, needs.bodyLimit);
    const credentials = credentialsOf(request, query['apiKey'], bytes);
    const definition = found?.live?.definition;
    if (!found?.live || (definition?.source ?? 'http') !== 'http') {
      await authenticateNobody(credentials, needs.accounts);
      throw refusal(hasCredentials(credentials), found?.off ?? 'No trigger has this URL.');
    }
    const user = await authenticateSignal(found.live, credentials, needs);
    seen.userName = user.name;
    if (found.off) throw new SignalProblem(410, found.off);
    if (definition?.canAnswer) seen.answerSeconds = found.live.node.settings.answerSeconds;
    const contentType = request.headers['content-type'];
    const { text, value } = readBody(bytes, contentType);
    seen.payload = text;
    const { apiKey: _secret, ...shownQuery } = query;
    return needs.intake.accept(found.live, {
      request: { query: shownQuery, recipients, headers: plainHeaders(request), body: value },
      userName: user.name,
      payload: text,
      ...(contentType !== undefined && { contentType: contentType.slice(0, 200) }),
      ...(request.socket.remoteAddress && { remoteAddress: request.socket.remoteAddress }),
      ...idempotencyKey(request, credentials),
    });
  }

  async function recordRefusal(request: Request, seen: Seen, error: unknown): Promise<void> {
    if (!(error instanceof HttpProblem) || error.status >= 500) return;
    if (!refusals.allows(Date.now())) return;
    const signal = {
      signalId: newId(),
      receivedAt: Date.now(),
      statusCode: error.status,
      reason: error instanceof SignalProblem ? error.reason : error.message,
      ...(seen.rowId !== undefined && { triggerUrlId: seen.rowId }),
      ...(seen.flowId !== undefined && { flowId: seen.flowId }),
      ...(seen.userName !== undefined && { userName: seen.userName }),
      ...(seen.payload !== undefined && { payload: seen.payload }),
      ...(request.socket.remoteAddress && { remoteAddress: request.socket.remoteAddress }),
    };
    // The sender gets its own answer even when the refusal itself cannot be stored.
    await needs.journal.reject(signal).catch((cause: unknown) => {
      needs.logger.warn({ err: cause }, 'a refused signal could not be recorded');
    });
  }

  return async (request, response) => {
    const seen: Seen = {};
    try {
      const acceptances = await takeIn(request, seen);
      // The runs go first: what is stored is safe, and an alert is more urgent than its receipt.
      await nextTurn();
      await sendAnswer(response, acceptances, seen.answerSeconds);
    } catch (error) {
      await recordRefusal(request, seen, error);
      throw error;
    }
  };
}

/** What is known of a request when it is refused. */
interface Seen {
  rowId?: string | undefined;
  flowId?: string | undefined;
  userName?: string;
  payload?: string;
  answerSeconds?: number | undefined;
}

/** What Express would do as well, with more ado than thousands of small answers need. */
function sendJson(response: Response, answer: object): void {
  const text = JSON.stringify(answer);
  response.statusCode = 202;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

function answerOf(acceptances: readonly Acceptance[]): object {
  const [first] = acceptances;
  return {
    requestId: first?.requestId,
    ...(acceptances.length > 1 && { requestIds: acceptances.map((each) => each.requestId) }),
    ...(acceptances.every((each) => each.outcome === 'duplicate') && { duplicate: true }),
    ...(acceptances.every((each) => each.outcome === 'suppressed') && { suppressed: true }),
  };
}

function credentialsOf(
  request: Request,
  apiKey: string | undefined,
  rawBody: Buffer,
): SignalCredentials {
  const { authorization } = request.headers;
  const webhookId = headerOf(request, 'webhook-id');
  const webhookTimestamp = headerOf(request, 'webhook-timestamp');
  const webhookSignature = headerOf(request, 'webhook-signature');
  return {
    rawBody,
    address: request.socket.remoteAddress ?? '',
    ...(apiKey !== undefined && { apiKey }),
    ...(authorization !== undefined && { authorization }),
    ...(webhookId !== undefined && { webhookId }),
    ...(webhookTimestamp !== undefined && { webhookTimestamp }),
    ...(webhookSignature !== undefined && { webhookSignature }),
  };
}

/** A signed request's own id counts as its key, so that a replayed one is known. */
function idempotencyKey(
  request: Request,
  { webhookId, webhookSignature }: SignalCredentials,
): { idempotencyKey?: string } {
  const key = headerOf(request, 'idempotency-key') ?? (webhookSignature && webhookId);
  if (key === undefined || key === '') return {};
  if (key.length > 255)
    throw new SignalProblem(400, 'Idempotency-Key may have 255 characters at most.');
  return { idempotencyKey: key };
}

/** A header of ours: Node joins what comes twice. */
function headerOf(request: Request, name: string): string | undefined {
  return request.headers[name] as string | undefined;
}

/** Headers a trigger may read: none that carries credentials. */
function plainHeaders({ headers }: Request): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === 'string' && !credentials.test(name)) plain[name] = value;
  }
  return plain;
}

const credentials = /^(authorization|cookie|proxy-|webhook-signature)/;
