/** Where to go after the login: a path of our own, never an address that leads elsewhere. */
export function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : '/';
}
