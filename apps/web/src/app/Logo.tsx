/** The product's mark, with or without its name. */
export function Logo({
  size = 26,
  name = false,
}: {
  readonly size?: number;
  readonly name?: boolean;
}) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M9 8v16M23 8v16M9 13h5c4 0 4 6 8 6h1M9 19h3"
          className="fill-none stroke-accent-ink"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {name && <span className="text-title font-semibold tracking-tight">Sluice</span>}
    </span>
  );
}
