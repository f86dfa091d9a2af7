import { HaloError } from '../http/halo-error.ts';
import { type FailNext, faultKinds } from './fail-next.ts';
import { defaultQuirks, type Quirks } from './quirks.ts';

const choices: Partial<Record<keyof Quirks, readonly unknown[]>> = {
  answerShape: ['object', 'array'],
  idForm: ['integer', 'double', 'string'],
  agentList: ['array', 'results'],
  rateLimit: ['off', 'with-retry-after', 'without-retry-after'],
  unknownIdStatus: [400, 404],
  payloadTypeZero: ['full', 'small'],
  resendId: ['same', 'new'],
};

/** Reads quirks from a request; a name or value that does not exist is a 400 that says so. */
export function readQuirks(body: unknown): Partial<Quirks> {
  if (typeof body !== 'object' || body === null) throw problem('Send an object of quirks.');
  for (const [name, value] of Object.entries(body)) {
    if (!isQuirk(name)) throw problem(`There is no quirk "${name}".`);
    if (!fits(name, value))
      throw problem(`The quirk "${name}" cannot be ${JSON.stringify(value)}.`);
  }
  return body;
}

function isQuirk(name: string): name is keyof Quirks {
  return Object.hasOwn(defaultQuirks, name);
}

function fits(name: keyof Quirks, value: unknown): boolean {
  if (name === 'failNext') return value === null || [value].flat().every(isFailNext);
  const allowed = choices[name];
  if (allowed !== undefined) return allowed.includes(value);
  if (typeof value === 'number' && !(value >= 0)) return false;
  return typeof value === typeof defaultQuirks[name];
}

function isFailNext(value: unknown): value is FailNext {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, count, path, method, delayMs } = value as Record<string, unknown>;
  return (
    faultKinds.some((known) => known === kind) &&
    Number.isInteger(count) &&
    (path === undefined || typeof path === 'string') &&
    (method === undefined || typeof method === 'string') &&
    (delayMs === undefined || typeof delayMs === 'number')
  );
}

function problem(message: string): HaloError {
  return new HaloError(400, { error: message });
}
