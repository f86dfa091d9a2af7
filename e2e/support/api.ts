import { type APIRequestContext, expect } from '@playwright/test';
import type { Halo } from './halo.ts';

/** Prepares what a story is not about, through the public API. */
export class Api {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async get<Answer>(path: string): Promise<Answer> {
    const response = await this.#request.get(`/api/v1${path}`);
    expect(response.ok(), `GET ${path}: ${await response.text()}`).toBe(true);
    return response.json();
  }

  async send<Answer>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    data?: object,
  ): Promise<Answer> {
    const response = await this.#request.fetch(`/api/v1${path}`, {
      method,
      ...(data && { data }),
    });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response.status() === 204 ? (undefined as Answer) : response.json();
  }

  /** Saves a flow as somebody who has read its present version. */
  async putFlow(
    id: string,
    flow: { version: number; name: string; nodes: object[]; edges: object[]; notes?: object[] },
  ): Promise<void> {
    const { name, nodes, edges, notes, version } = flow;
    const headers = { 'If-Match': `"${version}"` };
    const response = await this.#request.put(`/api/v1/flows/${id}`, {
      headers,
      data: { name, nodes, edges, notes },
    });
    expect(response.ok(), await response.text()).toBe(true);
  }

  /** A connection to a simulator; its id. */
  async connect(halo: Halo, name: string): Promise<string> {
    const { clientId, clientSecret, tenant } = await halo.credentials();
    const values = {
      resourceServer: `${halo.url}/api`,
      authorisationServer: `${halo.url}/auth`,
      tenant,
      clientId,
      clientSecret,
      scope: 'all',
    };
    const { id } = await this.send<{ id: string }>('POST', '/connections', {
      name,
      type: 'haloitsm',
      values,
    });
    return id;
  }

  /** A payload as a trigger's declaration offers it for trying out. */
  async sample(label: string): Promise<object> {
    const { connectors } = await this.get<Catalogue>('/catalogue');
    const samples = connectors.flatMap(({ triggers }) => triggers).flatMap((each) => each.samples);
    const found = samples.find((each) => each.label === label);
    if (!found) throw new Error(`No trigger has the sample “${label}”.`);
    return found.body;
  }

  /** A published flow *trigger → Create Ticket → Add Action*, and its trigger's URL. */
  async publishFlow(name: string, connectionId: string): Promise<{ id: string; url: string }> {
    const { id } = await this.send<{ id: string }>('POST', '/flows', {
      name,
      ...haloLoop(connectionId),
    });
    await this.send('POST', `/flows/${id}/publish`);
    const { url } = await this.get<{ url: string }>(`/flows/${id}/triggers/ticket`);
    return { id, url };
  }
}

interface Catalogue {
  readonly connectors: readonly {
    readonly triggers: readonly {
      readonly samples: readonly { readonly label: string; readonly body: object }[];
    }[];
  }[];
}

/** A drawing with mapped inputs. */
export function haloLoop(connectionId: string) {
  const pill = (nodeId: string, output: string) => ({ pill: { nodeId, output } });
  return {
    nodes: [
      {
        id: 'ticket',
        kind: 'trigger',
        type: 'haloitsm.incidents',
        name: 'HaloITSM Incidents',
        position: { x: 40, y: 160 },
        connectionId,
      },
      {
        id: 'create',
        kind: 'step',
        type: 'haloitsm.create-ticket',
        name: 'Create Ticket',
        position: { x: 340, y: 160 },
        connectionId,
        inputs: {
          summary: [
            { text: 'Follow-up of ' },
            pill('ticket', 'ticketId'),
            { text: ': ' },
            pill('ticket', 'summary'),
          ],
          details: [pill('ticket', 'details')],
        },
      },
      {
        id: 'note',
        kind: 'step',
        type: 'haloitsm.add-action',
        name: 'Add Action',
        position: { x: 640, y: 160 },
        connectionId,
        inputs: {
          ticketId: [pill('create', 'ticketId')],
          outcome: [{ text: '7' }],
          note: [{ text: 'Opened because of ' }, pill('ticket', 'ticketId')],
        },
      },
    ],
    edges: [
      { id: 'e1', source: 'ticket', exit: 'next', target: 'create' },
      { id: 'e2', source: 'create', exit: 'next', target: 'note' },
    ],
  };
}
