import type { ReactNode } from 'react';
import { say } from '../../words/say.ts';
import { usePresenceStore } from './use-presence-store.ts';

/** In a form: the hint that somebody saved a newer version, or else what usually stands there. */
export function NewsNote({ children }: { readonly children: ReactNode }) {
  const news = usePresenceStore((state) => state.news);
  if (!news) return children;
  return (
    <span role="status" className="text-wait">
      {say('designer.presence.saved-meanwhile', {
        name: news.updatedBy ?? say('designer.versions.conflict.somebody'),
      })}
    </span>
  );
}
