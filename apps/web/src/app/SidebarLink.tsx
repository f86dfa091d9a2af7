import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Tooltip } from '../ui/Tooltip.tsx';
import { classNames } from '../ui/class-names.ts';
import { say } from '../words/say.ts';

interface SidebarLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Leads out of the product, in a tab of its own. */
  readonly external?: boolean;
}

const shape =
  'flex h-8 items-center gap-2.5 rounded-r1 px-2.5 font-medium no-underline transition-colors duration-100 [&>svg]:size-4 [&>svg]:shrink-0';
const words = 'sr-only min-[1100px]:not-sr-only';

/** One way to go, marked while one is there. */
export function SidebarLink({ to, icon, label, external = false }: SidebarLinkProps) {
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
      <NavLink
        to={to}
        end={to === '/'}
        className={classNames(
          shape,
          'text-muted hover:bg-sunken hover:text-ink',
          'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent',
        )}
      >
        {icon}
        <span className={words}>{label}</span>
      </NavLink>
    </Tooltip>
  );
}
