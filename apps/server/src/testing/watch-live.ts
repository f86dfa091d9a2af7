import type { TestBrowser } from '../accounts/test-server.ts';

/** One server-sent event. */
export interface SeenEvent {
  readonly name: string;
  readonly data: unknown;
}

/** A live stream that a browser has open. */
export interface Watching {
  /** What has come so far. */
  readonly seen: readonly SeenEvent[];
  /** Whether the server has ended it. */
  readonly ended: boolean;
  stop(): void;
}

/** For tests: opens the live stream as the screens do, and resolves once it is open. */
export async function watchLive(url: string, browser: TestBrowser, query = ''): Promise<Watching> {
  const abort = new AbortController();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${url}/api/v1/live?${query}`, {
    headers: { Cookie: cookie },
    signal: abort.signal,
  });
  if (!response.ok) throw new Error(`The stream was refused: ${response.status}`);
  const watching = { seen: [] as SeenEvent[], ended: false, stop: () => abort.abort() };
  void read(response, (event) => watching.seen.push(event))
    .catch(() => undefined)
    .finally(() => (watching.ended = true));
  return watching;
}

async function read(response: Response, notice: (event: SeenEvent) => void): Promise<void> {
  let text = '';
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString();
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/s.exec(message) ?? [];
      if (name !== undefined && data !== undefined) notice({ name, data: JSON.parse(data) });
    }
  }
}
