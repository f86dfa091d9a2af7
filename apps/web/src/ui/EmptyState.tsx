import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** An icon; it is drawn on a quiet disc. */
  readonly icon: ReactNode;
  readonly title: string;
  /** Why there is nothing and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What a list or a page shows while it has nothing to show. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center justify-center px-6 py-14 text-center">
      <span
        className="mb-4 grid size-14 place-items-center rounded-full bg-accent-soft text-accent [&>svg]:size-6"
        aria-hidden
      >
        {icon}
      </span>
      <h2 className="text-title font-semibold">{title}</h2>
      {children !== undefined && <div className="mt-1 max-w-md text-muted">{children}</div>}
      {action !== undefined && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  );
}
