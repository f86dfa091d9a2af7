import { Activity, Cable, ExternalLink, Radio, Settings, Workflow } from 'lucide-react';
import { Link } from 'react-router';
import { useSession } from '../api/session.ts';
import { Logo } from './Logo.tsx';
import { SidebarLink } from './SidebarLink.tsx';
import { UserMenu } from './UserMenu.tsx';

/** The main navigation. On a narrow screen it shrinks to its icons. */
export function Sidebar() {
  const { data: session } = useSession();
  return (
    <header className="flex w-14 shrink-0 flex-col border-r bg-surface px-2 py-3 min-[1100px]:w-52 min-[1100px]:px-3">
      <Link
        to="/"
        aria-label="Sluice, to the flows"
        className="mb-4 rounded-r1 px-1.5 py-1 no-underline"
      >
        <span className="hidden min-[1100px]:block">
          <Logo name />
        </span>
        <span className="min-[1100px]:hidden">
          <Logo />
        </span>
      </Link>
      <nav aria-label="Main" className="flex flex-col gap-0.5">
        <SidebarLink to="/" icon={<Workflow />} label="Flows" />
        <SidebarLink to="/runs" icon={<Activity />} label="Activity" />
        <SidebarLink to="/signals" icon={<Radio />} label="Signals" />
        <SidebarLink to="/connections" icon={<Cable />} label="Connections" />
        <SidebarLink to="/settings" icon={<Settings />} label="Settings" />
      </nav>
      <div className="mt-auto flex flex-col gap-1">
        {session?.demoUrl !== undefined && (
          <SidebarLink
            to={session.demoUrl}
            icon={<ExternalLink />}
            label="Halo simulator"
            external
          />
        )}
        {session && <UserMenu user={session.user} />}
      </div>
    </header>
  );
}
