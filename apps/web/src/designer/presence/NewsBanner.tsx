import type { FlowNews } from '@sluice/schema';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { readFlow } from '../../api/flows.ts';
import { Button } from '../../ui/Button.tsx';
import { toastError } from '../../ui/toast.ts';
import { useNow } from '../../ui/use-now.ts';
import { relativeTime } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useSaving } from '../state/use-saving.ts';
import { usePresenceStore } from './use-presence-store.ts';

/** Says that somebody saved a newer version while there are changes here that are not saved yet. */
export function NewsBanner() {
  const news = usePresenceStore((state) => state.news);
  const phase = useSaving((saving) => saving.phase);
  if (!news || phase === 'saved' || phase === 'saving' || phase === 'conflict') return null;
  return <Banner news={news} />;
}

function Banner({ news }: { readonly news: FlowNews }) {
  const { saving } = useDesigner();
  const autosave = useAutosave();
  const [busy, setBusy] = useState(false);
  const now = useNow();

  async function then(act: (flow: Awaited<ReturnType<typeof readFlow>>) => void) {
    setBusy(true);
    await readFlow(news.flowId).then(act, toastError);
    setBusy(false);
  }

  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex justify-center">
      <div
        role="status"
        className="pointer-events-auto flex max-w-full animate-pop items-center gap-2 rounded-r2 border bg-wait-soft py-1 pr-1 pl-3 shadow-2"
      >
        <GitCompareArrows className="size-4 shrink-0 text-wait" aria-hidden />
        <span className="min-w-0">
          {say('designer.presence.saved', {
            name: news.updatedBy ?? say('designer.versions.conflict.somebody'),
            when: relativeTime(news.updatedAt, now),
          })}
        </span>
        <Button
          size="small"
          busy={busy}
          onClick={() => void then((theirs) => saving.setState({ phase: 'conflict', theirs }))}
        >
          {say('designer.presence.look')}
        </Button>
        <Button size="small" busy={busy} onClick={() => void then(autosave.takeTheirs)}>
          {say('designer.presence.take')}
        </Button>
      </div>
    </div>
  );
}
