import { UserRound } from 'lucide-react';
import { say } from '../../words/say.ts';

/** Who else has a node open, by name, on the lower edge of its card. */
export function VisitorBadge({ names }: { readonly names: string }) {
  return (
    <span className="visitor-badge">
      <UserRound aria-hidden />
      <span className="sr-only">{say('designer.presence.open-by')} </span>
      {names}
    </span>
  );
}
