import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Everything that can be configured, read and checked once, at start. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Of a PostgreSQL database; absent: SQLite in the data directory. */
  readonly databaseUrl?: string;
  /** Of a Redis that takes the queue off PostgreSQL. */
  readonly redisUrl?: string;
  /** What this process does: answer requests, run flows, or both. */
  readonly role: (typeof roles)[number];
  /** Scheme, host and port that people and senders use, without a slash at the end. */
  readonly publicUrl?: string;
  /** The first administrator, made at start if nobody has that e-mail. */
  readonly admin?: { readonly email: string; readonly password: string };
  /** 32 bytes; absent when the key is to be kept in a file of the data directory. */
  readonly secretKey?: Buffer;
  readonly outboundAllow: readonly AllowedPeer[];
  readonly demo: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** The largest body that is read, in bytes. */
  readonly bodyLimit: number;
  /** How many runs may be under way at the same time. */
  readonly runsAtOnce: number;
  /** Sentences for the log about settings that are not known. */
  readonly warnings: readonly string[];
}

/** A private peer that outbound requests may reach: by name, or by network in CIDR notation. */
export type AllowedPeer = ({ readonly host: string } | { readonly network: string }) & {
  /** Absent: any port. */ readonly port?: number;
};

/** A setting that cannot be used. The message is one sentence that names it, without its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the configuration from environment variables; an empty one counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = variables.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const read = result.data;
  const { SLUICE_ADMIN_EMAIL: email, SLUICE_ADMIN_PASSWORD: password } = read;
  if ((email === undefined) !== (password === undefined)) {
    const missing = email === undefined ? 'SLUICE_ADMIN_EMAIL' : 'SLUICE_ADMIN_PASSWORD';
    const present = email === undefined ? 'SLUICE_ADMIN_PASSWORD' : 'SLUICE_ADMIN_EMAIL';
    throw new ConfigError(`${missing} is missing: set it as well, or leave ${present} out.`);
  }
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, SLUICE_ROLE: role } = read;
  if (databaseUrl === undefined && (redisUrl !== undefined || role !== 'all')) {
    const needing = redisUrl === undefined ? 'SLUICE_ROLE' : 'REDIS_URL';
    throw new ConfigError(
      `${needing} needs PostgreSQL, which several processes can share: set DATABASE_URL as well, or leave ${needing} out.`,
    );
  }
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: read.SLUICE_DATA_DIR,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(redisUrl !== undefined && { redisUrl }),
    role,
    ...(read.SLUICE_PUBLIC_URL !== undefined && { publicUrl: read.SLUICE_PUBLIC_URL }),
    ...(email !== undefined && password !== undefined && { admin: { email, password } }),
    ...(read.SLUICE_SECRET_KEY && { secretKey: read.SLUICE_SECRET_KEY }),
    outboundAllow: read.SLUICE_OUTBOUND_ALLOW,
    demo: read.SLUICE_DEMO,
    logLevel: read.SLUICE_LOG_LEVEL,
    bodyLimit: read.SLUICE_BODY_LIMIT,
    runsAtOnce: read.SLUICE_RUNS_AT_ONCE,
    warnings: Object.keys(given)
      .filter((name) => name.startsWith('SLUICE_') && !Object.hasOwn(variables.shape, name))
      .map((name) => `${name} is not a setting of Sluice and was ignored: check how it is spelt.`),
  };
}

const roles = ['all', 'web', 'worker'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The messages follow the variable's name, so that together they are one sentence. */
const variables = z.object({
  PORT: integer({ from: 0, to: 65_535, otherwise: 8080 }),
  HOST: z
    .string()
    .trim()
    .refine((host) => isIP(host) !== 0 || isHostName(host), {
      error: 'is neither an address nor a host name: write 127.0.0.1, or 0.0.0.0 for all networks.',
    })
    .default('127.0.0.1'),
  SLUICE_DATA_DIR: z
    .string()
    .refine((folder) => !folder.includes('\0'), { error: 'is not a folder: write a path.' })
    .default('./data'),
  DATABASE_URL: serverUrl({
    schemes: ['postgres:', 'postgresql:'],
    example: 'postgres://user:password@db.internal:5432/sluice',
  }),
  REDIS_URL: serverUrl({
    schemes: ['redis:', 'rediss:'],
    example: 'redis://:password@redis.internal:6379/0',
  }),
  SLUICE_ROLE: z
    .enum(roles, { error: `is not a role: write one of ${roles.join(', ')}.` })
    .default('all'),
  SLUICE_PUBLIC_URL: z.string().transform(readPublicUrl).optional(),
  SLUICE_ADMIN_EMAIL: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'is not an e-mail address: write one such as ada@example.com.' }))
    .optional(),
  SLUICE_ADMIN_PASSWORD: z
    .string()
    .min(8, { error: 'is too short: write at least 8 characters.' })
    .max(200, { error: 'is too long: write at most 200 characters.' })
    .optional(),
  SLUICE_SECRET_KEY: z.string().transform(readSecretKey).optional(),
  SLUICE_OUTBOUND_ALLOW: z
    .string()
    .default('')
    .transform((list, context) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
        .map((entry) => readPeer(entry, context)),
    ),
  SLUICE_DEMO: z
    .enum(['1', 'true', '0', 'false'], { error: 'is neither on nor off: write 1 or 0.' })
    .default('0')
    .transform((flag) => flag === '1' || flag === 'true'),
  SLUICE_LOG_LEVEL: z
    .enum(logLevels, { error: `is not a level: write one of ${logLevels.join(', ')}.` })
    .default('info'),
  SLUICE_BODY_LIMIT: integer({ from: 1024, to: 100 * 1024 * 1024, otherwise: 1024 * 1024 }),
  SLUICE_RUNS_AT_ONCE: integer({ from: 1, to: 10_000, otherwise: 64 }),
});

function integer({ from, to, otherwise }: { from: number; to: number; otherwise: number }) {
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `is not a number that can be used: write a whole number from ${from} to ${to}.`,
    })
    .transform(Number)
    .default(otherwise);
}

/** The address of another server, which may hold a password. */
function serverUrl({ schemes, example }: { schemes: readonly string[]; example: string }) {
  return z
    .string()
    .trim()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
      error: `is not an address that can be used: write one such as ${example}.`,
    })
    .optional();
}

function readPublicUrl(text: string, context: z.RefinementCtx<string>): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && `${url.origin}/` === url.href && /^https?:$/.test(url.protocol);
  if (!plain) {
    const example = 'https://sluice.example.com, without a path';
    context.addIssue({
      code: 'custom',
      message: `is not an address: write one such as ${example}.`,
    });
    return z.NEVER;
  }
  return url.origin;
}

function readSecretKey(text: string, context: z.RefinementCtx<string>): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (!/^[\w+/-]+=*$/.test(text.trim()) || key.length !== 32) {
    context.addIssue({
      code: 'custom',
      message: 'is not 32 bytes in base64: write what `openssl rand -base64 32` prints.',
    });
    return z.NEVER;
  }
  return key;
}

/** `name`, `name:80`, `10.0.0.0/8`, `10.1.2.3:80`, `fd00::/8`, `[::1]:80`. */
function readPeer(entry: string, context: z.RefinementCtx<string>): AllowedPeer {
  const bare = asNetwork(entry);
  if (bare !== undefined) return { network: bare };
  const [, bracketed, plain, digits] =
    /^(?:\[([^[\]]+)\]|([^[\]:]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const name = bracketed ?? plain ?? '';
  const port = digits === undefined ? {} : { port: Number(digits) };
  const network = asNetwork(name);
  if (port.port === undefined || (port.port > 0 && port.port <= 65_535)) {
    if (network !== undefined) return { network, ...port };
    if (plain !== undefined && isHostName(plain)) return { host: plain.toLowerCase(), ...port };
  }
  context.addIssue({
    code: 'custom',
    message: `has an entry that is no host, address or network (${JSON.stringify(entry)}): write, for example, halo.internal, 10.1.2.3:8443 or 10.0.0.0/8.`,
  });
  return z.NEVER;
}

/** An address or network in CIDR notation, without the spellings that only some programs read. */
function asNetwork(text: string): string | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return `${text}/32`;
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return text;
  if (isIP(text) === 6 && !text.includes('%')) return `${ipaddr.IPv6.parse(text).toString()}/128`;
  return ipaddr.IPv6.isValidCIDR(text) ? text : undefined;
}

/** A name whose last label is a number would be read as an address by some and is refused. */
function isHostName(text: string): boolean {
  return (
    text.length <= 253 &&
    /^(?!-)[a-z\d_-]{1,63}(\.(?!-)[a-z\d_-]{1,63})*\.?$/i.test(text) &&
    !/(^|\.)(\d+|0x[\da-f]*)\.?$/i.test(text)
  );
}
