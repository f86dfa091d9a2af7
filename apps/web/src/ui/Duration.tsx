/** A length of time in milliseconds, such as `412 ms`, `1.2 s` or `3 min 4 s`. */
export function Duration({ ms, className }: { readonly ms: number; readonly className?: string }) {
  return <span className={className}>{durationText(ms)}</span>;
}

/** The same as plain text. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}
