import { LoaderCircle } from 'lucide-react';

/** A turning ring that says something is under way. Give a `label` when no text beside it does. */
export function Spinner({ label }: { readonly label?: string }) {
  return (
    <span className="inline-flex" role={label ? 'status' : undefined}>
      <LoaderCircle className="size-4 animate-spin" aria-hidden />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
