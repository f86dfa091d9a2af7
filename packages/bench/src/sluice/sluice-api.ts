/** What a builder does with a running Sluice, over HTTP alone. */
export class SluiceApi {
  readonly #url: string;
  #cookie = '';

  private constructor(url: string) {
    this.#url = url;
  }

  /** Logs in as the administrator that the environment names. */
  static async logIn(url: string): Promise<SluiceApi> {
    const api = new SluiceApi(url);
    const { email, password } = administrator;
    await api.send('POST /session', { email, password });
    return api;
  }

  /** Sends to a method and a path below `/api/v1`; throws what it said unless it is 2xx. */
  async send<Answer = unknown>(target: string, body?: object): Promise<Answer> {
    const [method = '', path = ''] = target.split(' ');
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        Origin: this.#url,
        Cookie: this.#cookie,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Error(`${target} was answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** A connection to something that answers as Halo does; its id. */
  async connect(haloUrl: string, login: Partial<HaloLogin> = {}): Promise<string> {
    const { tenant = 'acme', clientId = 'bench', clientSecret = 'bench' } = login;
    const { id } = await this.send<{ id: string }>('POST /connections', {
      name: 'Halo',
      type: 'haloitsm',
      values: {
        resourceServer: `${haloUrl}/api`,
        authorisationServer: `${haloUrl}/auth`,
        tenant,
        clientId,
        clientSecret,
        scope: 'all',
        requestsPerFiveMinutes: 100_000_000,
      },
    });
    return id;
  }

  /** Saves and publishes a flow whose trigger is the node `trigger`; the URL to post signals to. */
  async publish(flow: {
    readonly name: string;
    readonly nodes: object[];
    readonly edges: object[];
  }) {
    const { id } = await this.send<{ id: string }>('POST /flows', flow);
    await this.send(`POST /flows/${id}/publish`);
    const { url } = await this.send<{ url: string }>(`GET /flows/${id}/triggers/trigger`);
    return { id, url };
  }
}

export interface HaloLogin {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Who is made at the first start of a measured server. */
export const administrator = { email: 'bench@example.com', password: 'only for measuring' };
