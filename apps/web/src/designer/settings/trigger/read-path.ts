const LONGEST = 20;

/** Reads a path such as `ticket.tags[0]`; undefined for text that is none. */
export function readPath(text: string): readonly (string | number)[] | undefined {
  const trimmed = text.trim();
  if (!/^(?:[^.[\]]+|\[\d+\])(?:\.[^.[\]]+|\[\d+\])*$/.test(trimmed)) return undefined;
  const path = [...trimmed.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, position]) =>
    position === undefined ? key.trim() : Number(position),
  );
  return path.length <= LONGEST && path.every((key) => key !== '') ? path : undefined;
}
