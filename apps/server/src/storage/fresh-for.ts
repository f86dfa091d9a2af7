/** Reads something at most once in so many milliseconds, for what is asked for by every run. */
export function freshFor<Value>(
  milliseconds: number,
  read: () => Promise<Value>,
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | undefined;
  return () => {
    const now = Date.now();
    if (kept && kept.until > now) return kept.value;
    const value = read();
    const reading = { value, until: now + milliseconds };
    kept = reading;
    value.catch(() => {
      if (kept === reading) kept = undefined;
    });
    return value;
  };
}
