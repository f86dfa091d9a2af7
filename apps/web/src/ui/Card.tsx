import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface CardProps {
  readonly title?: string;
  readonly description?: ReactNode;
  /** Stands at the right end of the title's line. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Card({ title, description, actions, className, children }: CardProps) {
  return (
    <section className={classNames('rounded-r2 border bg-surface p-5 shadow-1', className)}>
      {title !== undefined && (
        <div className="mb-4 flex items-start justify-between gap-4">
          <div>
            <h2 className="text-title font-semibold">{title}</h2>
            {description !== undefined && <p className="mt-0.5 text-muted">{description}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
