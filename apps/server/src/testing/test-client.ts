import type { HaloSimulator } from '@sluice/halo-simulator';
import {
  type FlowDetail,
  type FlowDrawing,
  type Page,
  type RunDetail,
  type Signal,
  type TriggerDetail,
  isOver,
} from '@sluice/schema';
import type { TestAnswer, TestBrowser } from '../accounts/test-server.ts';
import { eventually } from './eventually.ts';

/** A published flow and the URL of its trigger. */
export interface TestFlow {
  readonly id: string;
  readonly version: number;
  readonly url: string;
}

/** What a trigger URL answered. */
export interface TriggerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly requestId: string;
    readonly requestIds?: readonly string[];
    readonly duplicate?: boolean;
    readonly suppressed?: boolean;
    readonly detail?: string;
  };
}

/** For tests: what a builder and a sender do with a running server, over HTTP alone. */
export class TestClient {
  readonly url: string;
  readonly admin: TestBrowser;

  constructor(url: string, admin: TestBrowser) {
    this.url = url;
    this.admin = admin;
  }

  /** Makes a connection to a simulator and returns its id. */
  async connect(
    halo: Pick<HaloSimulator, 'url' | 'tenant' | 'clientId' | 'clientSecret'>,
    values: Readonly<Record<string, string | number>> = {},
  ): Promise<string> {
    const made = await this.admin.send('POST /connections', {
      name: 'Halo',
      type: 'haloitsm',
      values: {
        resourceServer: `${halo.url}/api`,
        authorisationServer: `${halo.url}/auth`,
        tenant: halo.tenant,
        clientId: halo.clientId,
        clientSecret: halo.clientSecret,
        scope: 'all',
        ...values,
      },
    });
    return (expectStatus(made, 201).body as { id: string }).id;
  }

  /** Saves a new flow without publishing it. */
  async draw(drawing: FlowDrawing, name = 'Flow for a test'): Promise<FlowDetail> {
    const made = await this.admin.send('POST /flows', { name, ...drawing });
    return expectStatus(made, 201).body as FlowDetail;
  }

  /** Saves and publishes a new flow whose trigger is called `trigger`. */
  async publish(drawing: FlowDrawing, name?: string): Promise<TestFlow> {
    const { id, version } = await this.draw(drawing, name);
    expectStatus(await this.admin.send(`POST /flows/${id}/publish`), 200);
    return { id, version, url: (await this.trigger(id)).url };
  }

  /** The trigger; its URL is empty when it has none. */
  async trigger(flowId: string, nodeId = 'trigger'): Promise<TriggerDetail & { url: string }> {
    const read = await this.admin.send(`GET /flows/${flowId}/triggers/${nodeId}`);
    return { url: '', ...(expectStatus(read, 200).body as TriggerDetail) };
  }

  /** Posts a signal: text and bytes as they are, anything else as JSON. */
  async post(
    url: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TriggerAnswer> {
    const plain = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: plain ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : JSON.parse(text),
    };
  }

  async run(requestId: string): Promise<RunDetail> {
    return expectStatus(await this.admin.send(`GET /runs/${requestId}`), 200).body as RunDetail;
  }

  /** The run once it is over. */
  runOver(requestId: string): Promise<RunDetail> {
    return eventually(async () => {
      const run = await this.run(requestId);
      return isOver(run.status) ? run : undefined;
    }, `the run ${requestId} is over`);
  }

  /** Posts a signal that must be accepted, and returns its run once that is over. */
  async runOf(url: string, body: unknown): Promise<RunDetail> {
    const answer = await this.post(url, body);
    if (answer.status !== 202) throw new Error(`Refused: ${JSON.stringify(answer.body)}`);
    return this.runOver(answer.body.requestId);
  }

  /** The newest signals, such as those of `flowId=…`. */
  async signals(query = ''): Promise<readonly Signal[]> {
    const read = await this.admin.send(`GET /signals?${query}`);
    return (expectStatus(read, 200).body as Page<Signal>).items;
  }
}

/** The answer, if it has this status; throws what it says otherwise. */
export function expectStatus(answer: TestAnswer, status: number): TestAnswer {
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
