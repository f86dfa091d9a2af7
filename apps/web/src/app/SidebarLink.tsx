import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Tooltip } from '../ui/Tooltip.tsx';
import { classNames } from '../ui/class-names.ts';
import { say } from '../words/say.ts';

interface SidebarLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Pages that belong to it without lying beneath its address. */
  readonly also?: readonly string[];
  /** Leads out of the product, in a tab of its own. */
  readonly external?: boolean;
}

const shape =
  'flex h-8 items-center gap-2.5 rounded-r1 px-2.5 font-medium no-underline transition-colors duration-100 [&>svg]:size-4 [&>svg]:shrink-0';
const words = 'sr-only min-[1100px]:not-sr-only';

/** One way to go, marked while one is there. */
export function SidebarLink({ to, icon, label, also = [], external = false }: SidebarLinkProps) {
  const [path] = useLocation();
  if (external) {
    return (
      <a
        href={to}
        target="_blank"
        rel="noreferrer"
        title={say('app.opens-in-new-tab', { label })}
        className={classNames(shape, 'text-muted hover:bg-sunken hover:text-ink')}
      >
        {icon}
        <span className={words}>{label}</span>
      </a>
    );
  }
  return (
    <Tooltip text={label} side="right">
      <Link
        to={to}
        aria-current={isAt(path, [to, ...also]) ? 'page' : undefined}
        className={classNames(
          shape,
          'text-muted hover:bg-sunken hover:text-ink',
          'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent',
        )}
      >
        {icon}
        <span className={words}>{label}</span>
      </Link>
    </Tooltip>
  );
}

/** Whether one is at a page or at one beneath it; every page lies beneath the first one. */
function isAt(path: string, pages: readonly string[]): boolean {
  return pages.some((page) => path === page || (page !== '/' && path.startsWith(`${page}/`)));
}
