import { durationText } from '../words/format.ts';

/** A length of time in milliseconds, such as `412 ms`, `1.2 s` or `3 min 4 s`. */
export function Duration({ ms, className }: { readonly ms: number; readonly className?: string }) {
  return <span className={className}>{durationText(ms)}</span>;
}
