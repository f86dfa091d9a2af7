import { MapPinOff } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { buttonClass } from '../ui/button-class.ts';

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div className="grid min-h-full place-items-center">
      <title>Not found · Sluice</title>
      <EmptyState
        icon={<MapPinOff />}
        title="There is nothing at this address"
        action={
          <Link to="/" className={buttonClass('primary')}>
            Go to the flows
          </Link>
        }
      >
        The link may be old, or what it led to was deleted.
      </EmptyState>
    </div>
  );
}
