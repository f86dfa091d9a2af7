import type { FlowDetail } from '@sluice/schema';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { useCreateFlow } from '../../api/flows.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toastDone, toastError } from '../../ui/toast.ts';
import { relativeTime } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useSaving } from '../state/use-saving.ts';
import { ConflictComparison } from './ConflictComparison.tsx';

/** Two drafts of one flow: shows how they differ and lets the person choose. Nothing is saved until then. */
export function ConflictDialog({ onClose }: { readonly onClose: () => void }) {
  const theirs = useSaving((saving) => saving.theirs);
  return theirs ? <Conflict theirs={theirs} onClose={onClose} /> : null;
}

interface ConflictProps {
  readonly theirs: FlowDetail;
  readonly onClose: () => void;
}

function Conflict({ theirs, onClose }: ConflictProps) {
  const mine = useFlowDocument((state) => state.flow);
  const autosave = useAutosave();
  const { announcements } = useDesigner();
  const create = useCreateFlow();
  const [now] = useState(Date.now);

  function choose(words: string, act: () => void) {
    act();
    announcements.getState().say(words);
    onClose();
  }

  function keepCopy() {
    const name = say('designer.versions.conflict.copy-name', { name: mine.name.slice(0, 100) });
    create.mutate(
      { ...mine, name },
      {
        onSuccess: () => {
          const words = say('designer.versions.conflict.kept-copy', { name });
          choose(words, () => autosave.takeTheirs(theirs));
          toastDone(words);
        },
        onError: toastError,
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="full"
      flush
      icon={<GitCompareArrows className="size-5 text-wait" aria-hidden />}
      title={say('designer.versions.conflict.title')}
      description={`${say('designer.versions.conflict.saved', {
        name: theirs.updatedBy ?? say('designer.versions.conflict.somebody'),
        when: relativeTime(theirs.updatedAt, now),
      })} ${say('designer.versions.conflict.explanation')}`}
      footer={
        <>
          <span className="mr-auto max-w-xl min-w-0 text-hint text-muted">
            {say('designer.versions.conflict.meaning')}
          </span>
          <Button
            onClick={() =>
              choose(say('designer.versions.conflict.took-theirs'), () =>
                autosave.takeTheirs(theirs),
              )
            }
          >
            {say('designer.versions.conflict.take-theirs')}
          </Button>
          <Button busy={create.isPending} onClick={keepCopy}>
            {say('designer.versions.conflict.keep-copy')}
          </Button>
          <Button
            variant="primary"
            onClick={() =>
              choose(say('designer.versions.conflict.kept-mine'), () => void autosave.keepMine())
            }
          >
            {say('designer.versions.conflict.keep-mine')}
          </Button>
        </>
      }
    >
      <ConflictComparison theirs={theirs} mine={mine} />
    </Dialog>
  );
}
