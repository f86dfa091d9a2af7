import type { Problem } from '@sluice/schema';
import { CommandError, type CommandCall, type CommandOption } from './command.ts';

/** How the server is named, on every command that asks one. */
export const serverOptions: Readonly<Record<string, CommandOption>> = {
  server: {
    type: 'string',
    value: 'URL',
    help: 'Where it is; else SLUICE_SERVER, else http://127.0.0.1:8080.',
  },
  key: {
    type: 'string',
    value: 'KEY:SECRET',
    help: 'An API key; better in SLUICE_API_KEY, where no list of processes shows it.',
  },
};

const PATIENCE = 60_000;

/** What the server said: JSON, or the text of it. */
export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
}

/** Asks the API of a server as the key's user. */
export class ServerClient {
  /** Without a slash at the end. */
  readonly url: string;
  readonly #key: string;

  constructor({ text, env }: Pick<CommandCall, 'text' | 'env'>) {
    const given = text('server') ?? (env['SLUICE_SERVER'] || 'http://127.0.0.1:8080');
    if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
      throw new CommandError('The server is no address: write one such as http://127.0.0.1:8080.');
    }
    this.url = given.replace(/\/+$/, '');
    this.#key = text('key') ?? env['SLUICE_API_KEY'] ?? '';
    if (!/^[\x21-\x7e]+:[\x21-\x7e]+$/.test(this.#key)) {
      throw new CommandError(
        'An API key is needed: make one under Settings › API keys, and set SLUICE_API_KEY to key:secret.',
      );
    }
  }

  /** Throws when nobody answers as Sluice does, or the key is refused. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<ServerAnswer> {
    const response = await this.#send(method, path, body);
    const text = await response.text();
    const { status } = response;
    if (status === 401) {
      throw new CommandError('The server refused the API key. Look whether it was deleted.');
    }
    return { status, text, body: parsed(text, this.url) };
  }

  async #send(method: string, path: string, body: unknown): Promise<Response> {
    try {
      return await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${this.#key}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A redirect would take the key to another place.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (error) {
      const { code } = (error as { cause?: { code?: unknown } }).cause ?? {};
      const why = typeof code === 'string' ? ` (${code})` : '';
      throw new CommandError(
        `Nobody answers at ${this.url}${why}. Start Sluice there, or say where it is with --server.`,
      );
    }
  }
}

/** The sentence of a refusal. */
export function detailOf({ status, body }: ServerAnswer): string {
  const { detail } = body as Partial<Problem>;
  return detail ?? `The server answered ${status}.`;
}

function parsed(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`What answers at ${url} is not Sluice. Look at the address.`);
  }
}
