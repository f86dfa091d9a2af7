/** Whether an error says that the database cannot be written just now: locked, full, read-only. */
export function isStorageTrouble(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return (
    typeof code === 'string' &&
    /^(SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EROFS|EIO)/.test(code)
  );
}
