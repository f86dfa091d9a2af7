import { useSyncExternalStore } from 'react';
import { WifiOff } from 'lucide-react';
import { say } from '../words/say.ts';

/** Says so while the browser has no network. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div
      role="status"
      className="fixed bottom-4 left-1/2 w-max max-w-[calc(100vw-32px)] z-60 flex -translate-x-1/2 items-center gap-2 rounded-full border border-wait/40 bg-wait-soft px-4 py-1.5 font-medium text-wait shadow-2"
    >
      <WifiOff className="size-4" aria-hidden />
      {say('app.offline')}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
