import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { HttpError } from '@sluice/connector-kit';
import { Agent, buildConnector } from 'undici';
import type { AllowList } from './allow-list.ts';
import { isPublicAddress, readAddress } from './is-public-address.ts';

/** Finds all addresses of a name, as `dns.lookup` does. */
export type Lookup = (
  host: string,
  options: { all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A pool of connections that can only be made to permitted addresses.
 *
 * The check sits where the socket is opened: the addresses that were resolved and checked are the
 * ones that are dialled, so a name that resolves differently on the second look gains nothing.
 */
export function guardedAgent(allow: AllowList, lookup: Lookup = systemLookup): Agent {
  const open = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  const guarded = new Map<number, buildConnector.connector>();

  function guardedConnector(port: number): buildConnector.connector {
    const known = guarded.get(port);
    if (known) return known;
    const made = buildConnector({
      timeout: CONNECT_TIMEOUT_MS,
      lookup: checkedLookup(allow, port, lookup),
    });
    guarded.set(port, made);
    return made;
  }

  return new Agent({
    connections: CONNECTIONS_PER_ORIGIN,
    // Each call has its own limit over everything, which is stricter than these.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) => {
      const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
      if (allow.permitsHost(options.hostname, port)) return open(options, callback);
      // An address needs no lookup, so Node would never ask the checked one.
      const literal = readAddress(options.hostname);
      if (literal && !isPublicAddress(literal) && !allow.permitsAddress(literal, port)) {
        return callback(forbiddenAddress(options.hostname), null);
      }
      return guardedConnector(port)(options, callback);
    },
  });
}

const CONNECT_TIMEOUT_MS = 10_000;
const CONNECTIONS_PER_ORIGIN = 64;

/** Fails when any address of the name is forbidden: a name with both kinds is a trick. */
function checkedLookup(allow: AllowList, port: number, lookup: Lookup): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? notFound(host), '');
      const permitted = addresses.every(({ address }) => {
        const read = readAddress(address);
        return read && (isPublicAddress(read) || allow.permitsAddress(read, port));
      });
      if (!permitted) return callback(forbiddenAddress(host), '');
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function forbiddenAddress(host: string): HttpError {
  return new HttpError(
    'forbidden-address',
    `${host} is a private or reserved address, and nothing was sent. If it is meant to be reached, ask the operator to name it in SLUICE_OUTBOUND_ALLOW.`,
  );
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' });
}
