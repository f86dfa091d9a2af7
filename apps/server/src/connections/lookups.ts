import type { Connector } from '@sluice/connector-kit';
import type { FieldOption } from '@sluice/schema';
import { notFound } from '../http/http-problem.ts';
import { type LiveConnection, type Surroundings, connectionHttp } from './connection-http.ts';
import type { LiveConnections } from './live-connections.ts';

export interface LookupRequest {
  readonly connectionId: string;
  /** A name among the connector's `lookups`. */
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly search: string;
}

interface LookupNeeds {
  readonly live: LiveConnections;
  readonly connectors: readonly Connector[];
  readonly around: Surroundings;
}

/** Finds the options of drop-downs; the same question within 30 seconds is asked only once. */
export function createLookups({ live, connectors, around }: LookupNeeds) {
  const answers = new Map<string, Answer>();

  return {
    async find(request: LookupRequest): Promise<readonly FieldOption[]> {
      const connection = await live.find(request.connectionId);
      const key = keyOf(request);
      const known = answers.get(key);
      if (known && known.connection === connection && known.until > around.now()) {
        return known.options;
      }
      const options = ask(request, connection, { connectors, around });
      answers.delete(key);
      answers.set(key, { connection, options, until: around.now() + KEPT_MS });
      const [oldest] = answers.keys();
      if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
      try {
        return await options;
      } catch (error) {
        if (answers.get(key)?.options === options) answers.delete(key);
        throw error;
      }
    },
  };
}

interface Answer {
  /** A changed connection is another object, and its answers are others. */
  readonly connection: LiveConnection;
  readonly options: Promise<readonly FieldOption[]>;
  readonly until: number;
}

const KEPT_MS = 30_000;
const MOST_KEPT = 500;

function keyOf({ connectionId, name, inputs, search }: LookupRequest): string {
  const sorted = Object.entries(inputs).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([connectionId, name, sorted, search]);
}

async function ask(
  { name, inputs, search }: LookupRequest,
  connection: LiveConnection,
  { connectors, around }: Omit<LookupNeeds, 'live'>,
): Promise<readonly FieldOption[]> {
  const { lookups } = connectors.find(({ id }) => id === connection.type) ?? {};
  const lookup = lookups && Object.hasOwn(lookups, name) ? lookups[name] : undefined;
  if (!lookup) throw notFound('list of options');
  const filled = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== ''));
  return lookup({ http: connectionHttp(connection, around), inputs: filled, search });
}
