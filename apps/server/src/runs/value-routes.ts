import { once } from 'node:events';
import type { RunEvent, Values } from '@sluice/schema';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../http/http-problem.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { readValuesEvent } from '../storage/run-events.ts';

/** Characters that are sent at a time. */
const PIECE = 64 * 1024;

/** Single values of a run, however large, for whoever wants them whole. */
export function valueRoutes(db: Database): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/runs/{id}/steps/{nodeId}/{part}',
      summary:
        'Download one input or output of a step as it was stored: text as it is, anything else as JSON.',
      access: 'look',
      params: z.object({
        id: z.string().max(64),
        nodeId: z.string().max(64),
        part: z.enum(['inputs', 'outputs']),
      }),
      query: z.object({ name: z.string().min(1).max(200) }),
      answers: { 200: 'The value, as a file.' },
      handle: async ({ params: { id, nodeId, part }, query: { name }, response }) => {
        const event = await readValuesEvent(db, { runId: id, nodeId, part });
        const values = event && valuesIn(event, nodeId);
        if (!values || !Object.hasOwn(values, name)) throw notFound('value');
        await send(values[name], name, response);
        return { status: 200 };
      },
    }),
  ];
}

/** What an event holds of a node: a beginning of a run holds a trigger's outputs, and given ones. */
function valuesIn(event: RunEvent, nodeId: string): Values | undefined {
  if (event.type === 'step.started') return event.inputs;
  if (event.type === 'step.succeeded') return event.outputs;
  if (event.type !== 'run.started') return undefined;
  return event.triggerId === nodeId ? event.outputs : event.given?.[nodeId]?.outputs;
}

/** Sends a value piece by piece, no faster than it is read. */
async function send(value: unknown, name: string, response: Response): Promise<void> {
  const isText = typeof value === 'string';
  const text = isText ? value : JSON.stringify(value, undefined, 2);
  const file = `${name.replaceAll(/[^\w-]/g, '_')}.${isText ? 'txt' : 'json'}`;
  response.writeHead(200, {
    // Never as a page: what a sender put into it must not run here.
    'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${file}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  for (let from = 0; from < text.length && !response.destroyed;) {
    const to = endOfPiece(text, from + PIECE);
    if (!response.write(text.slice(from, to))) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    from = to;
  }
  response.end();
}

/** A pair of surrogates must not be torn: each piece is encoded for itself. */
function endOfPiece(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end + 1 : end;
}
