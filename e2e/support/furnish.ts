import type { APIRequestContext } from '@playwright/test';
import { Api, haloLoop } from './api.ts';
import type { Halo } from './halo.ts';
import { ticketLogged } from './payloads.ts';

/** What a server holds whose screens are looked at: something of everything. */
export interface Furniture {
  readonly flow: { readonly id: string; readonly url: string };
  /** Its run that succeeded, and one that failed. */
  readonly succeeded: string;
  readonly failed: string;
  /** A flow that was never published and has problems. */
  readonly draft: string;
}

let furnished: Promise<Furniture> | undefined;

/** Fills the server, once for each worker. */
export function furnish(request: APIRequestContext, halo: Halo): Promise<Furniture> {
  furnished ??= fill(request, halo);
  return furnished;
}

async function fill(request: APIRequestContext, halo: Halo): Promise<Furniture> {
  const api = new Api(request);
  const mark = `${process.pid}`;
  const connectionId = await api.connect(halo, `Acme Halo ${mark}`);
  await api.send('POST', '/constants', { name: `On-call team ${mark}`, value: '7' });
  const flow = await api.publishFlow(`Halo ticket → follow-up ${mark}`, connectionId);
  const post = async (id: number, summary: string) => {
    const data = ticketLogged({ id, summary, agentId: 1 });
    return (await (await request.post(flow.url, { data })).json()) as { requestId: string };
  };
  const { requestId: succeeded } = await post(4243, 'Antares API returning 502 to all callers');
  await over(api, succeeded);
  await halo.setQuirks({ failNext: { kind: 'bad-request-error', count: 1, path: '/api/Tickets' } });
  const { requestId: failed } = await post(4244, 'Mail queue of the second data centre is full');
  await over(api, failed);
  for (let id = 4245; id < 4250; id++) await post(id, 'Mail queue is full');
  await request.post(flow.url, { data: 'no JSON', headers: { 'Content-Type': 'text/plain' } });

  const { id: draft } = await api.send<{ id: string }>('POST', '/flows', {
    name: `Not finished ${mark}`,
    ...withProblems(),
  });
  return { flow, succeeded, failed, draft };
}

/** A drawing that leaves something to be done at every node. */
function withProblems() {
  const { nodes, edges } = haloLoop('');
  const unbound = nodes.map((node) => ({ ...node, connectionId: undefined }));
  return {
    nodes: unbound.map((node) => (node.id === 'create' ? { ...node, inputs: {} } : node)),
    edges: edges.slice(1),
    notes: [
      {
        id: 'note-1',
        text: 'Ask the network team whether the second data centre needs a flow of its own.',
        position: { x: 80, y: 340 },
        width: 240,
        height: 120,
        tone: 'tool',
      },
    ],
  };
}

async function over(api: Api, runId: string): Promise<void> {
  for (;;) {
    const { status } = await api.get<{ status: string }>(`/runs/${runId}`);
    if (status !== 'running' && status !== 'waiting') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
