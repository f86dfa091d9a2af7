import type { FlowDetail } from '@sluice/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { type Autosave, startAutosave } from './autosave.ts';
import type { Designer } from './designer.ts';
import { undoOfLatest } from './flow-document.ts';
import { hasLocalCopy } from './local-copy.ts';
import { putDraft } from './put-draft.ts';

/**
 * Saves the page's draft while it is open, brings back what a crash left behind, asks when two
 * drafts meet, and warns before unsaved work is left. Undefined until saving has begun.
 */
export function useAutosaving(designer: Designer, server: FlowDetail): Autosave | undefined {
  const client = useQueryClient();
  const [autosave, setAutosave] = useState<Autosave>();

  useEffect(() => {
    const { document: flow, saving, screen, announcements } = designer;
    const stopAsking = saving.subscribe(({ phase, reason }, before) => {
      if (phase === before.phase) return;
      if (phase === 'conflict') screen.getState().open({ name: 'conflict' });
      if (phase === 'refused' || phase === 'unreachable')
        announcements.getState().say(say('designer.state.not-saved', { reason: reason ?? '' }));
    });
    const begun = startAutosave(flow, saving, {
      put: (draft, version) => putDraft(client, draft, version),
      store: localStorage,
    });
    let left = false;
    async function recover() {
      const { recoverDraft } = await import('./recover-draft.ts');
      if (left) return;
      if (recoverDraft(server, designer, localStorage) === 'recovered')
        toastUndo(say('designer.state.recovered'), undoOfLatest(flow));
      setAutosave(begun);
    }
    // What reads a draft that was left behind checks it whole, and is fetched only for that.
    if (!hasLocalCopy(localStorage, server.id)) setAutosave(begun);
    else
      recover().catch((error: unknown) =>
        setAutosave(() => {
          throw error;
        }),
      );

    const flush = () => void begun.flush();
    const hide = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', hide);
      left = true;
      stopAsking();
      void begun.flush().finally(begun.stop);
    };
  }, [client, designer, server]);

  useEffect(() => {
    function warn(event: BeforeUnloadEvent) {
      if (designer.saving.getState().phase !== 'saved') event.preventDefault();
    }
    function saveNow(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void autosave?.flush().then((saved) => {
        if (saved) designer.announcements.getState().say(say('designer.state.saved'));
      });
    }
    window.addEventListener('beforeunload', warn);
    document.addEventListener('keydown', saveNow);
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('keydown', saveNow);
    };
  }, [autosave, designer]);

  return autosave;
}
