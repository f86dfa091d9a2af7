import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { say } from '../words/say.ts';

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div className="grid min-h-full place-items-center">
      <title>{say('app.not-found.tab-title')}</title>
      <EmptyState
        icon={<MapPinOff />}
        title={say('app.not-found.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {say('app.to-the-flows')}
          </Link>
        }
      >
        {say('app.not-found.text')}
      </EmptyState>
    </div>
  );
}
