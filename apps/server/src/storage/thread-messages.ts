import type { JournalWork } from './sqlite-channel.ts';
import { StorageError } from './storage-error.ts';

/** What is asked of a database's thread; the number comes back with the answer. */
export type ThreadCall = { readonly id: number } & ThreadRequest;

export type ThreadRequest =
  | { readonly name: 'open'; readonly file: string }
  | { readonly name: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly name: 'commit'; readonly batch: readonly JournalWork[] }
  | { readonly name: 'close' };

export type ThreadAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: PlainError };

/** An error as it can be sent: codes get lost otherwise. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
}

/** Makes an error fit to be sent. */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  const { code } = error as { code?: unknown };
  return { name, message, stack, code: typeof code === 'string' ? code : undefined };
}

/** The error that was sent. */
export function errorOf({ name, message, stack, code }: PlainError): Error {
  const error = name === 'StorageError' ? new StorageError(message) : new Error(message);
  return Object.assign(error, { name, stack }, code === undefined ? {} : { code });
}
