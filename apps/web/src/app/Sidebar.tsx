import { Activity, Cable, ExternalLink, Radio, Settings, Workflow } from 'lucide-react';
import { Link } from 'wouter';
import { useSession } from '../api/session.ts';
import { say } from '../words/say.ts';
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
        aria-label={say('app.home')}
        className="mb-4 rounded-r1 px-1.5 py-1 no-underline"
      >
        <span className="hidden min-[1100px]:block">
          <Logo name />
        </span>
        <span className="min-[1100px]:hidden">
          <Logo />
        </span>
      </Link>
      <nav aria-label={say('app.main-navigation')} className="flex flex-col gap-0.5">
        <SidebarLink
          to="/"
          icon={<Workflow />}
          label={say('app.flows')}
          also={['/templates', '/deleted-flows']}
        />
        <SidebarLink to="/runs" icon={<Activity />} label={say('app.activity')} />
        <SidebarLink to="/signals" icon={<Radio />} label={say('app.signals')} />
        <SidebarLink to="/connections" icon={<Cable />} label={say('app.connections')} />
        <SidebarLink to="/settings" icon={<Settings />} label={say('app.settings')} />
      </nav>
      <div className="mt-auto flex flex-col gap-1">
        {session?.demoUrl !== undefined && (
          <SidebarLink
            to={session.demoUrl}
            icon={<ExternalLink />}
            label={say('app.halo-simulator')}
            external
          />
        )}
        {session && <UserMenu user={session.user} />}
      </div>
    </header>
  );
}
