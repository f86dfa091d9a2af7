import { StorageTrouble } from './storage-trouble.ts';

/** Whether an error says that the database cannot be used just now: locked, full, read-only, away. */
export function isStorageTrouble(error: unknown): boolean {
  if (error instanceof StorageTrouble) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return (
    typeof code === 'string' &&
    /^(SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EROFS|EIO)/.test(code)
  );
}
