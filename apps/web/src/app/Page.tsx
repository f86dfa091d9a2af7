import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons at the right end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title on the tab and on the screen, and what it shows. */
export function Page({ title, description, actions, children }: PageProps) {
  return (
    <div className="mx-auto flex min-h-full w-full max-w-[1240px] flex-col px-6 py-6 min-[1100px]:px-8">
      <title>{`${title} · Sluice`}</title>
      <header className="mb-5 flex items-start justify-between gap-4">
        <div>
          <h1 className="text-page font-semibold tracking-tight">{title}</h1>
          {description !== undefined && <p className="mt-0.5 text-muted">{description}</p>}
        </div>
        {actions !== undefined && <div className="flex gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
