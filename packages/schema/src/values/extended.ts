/**
 * `{ ...base, ...more }`, for what is done many times in every run. After a spread, V8 11 (Node 20)
 * takes more than a microsecond for each name that `base` does not have; this takes a tenth of it.
 */
export function extended<Base extends object, More extends object>(
  base: Base,
  more: More,
): Extended<Base, More>;
export function extended(base: object, more: object): object {
  return Object.assign({}, base, more);
}

/** Each kind of `Base`, with what is in `More`. */
type Extended<Base, More> = Base extends object ? Omit<Base, keyof More> & More : never;
