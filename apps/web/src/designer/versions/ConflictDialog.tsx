import { GitCompareArrows } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useSaving } from '../state/use-saving.ts';
import { compareDrawings } from './compare-drawings.ts';
import { DifferenceList } from './DifferenceList.tsx';

/** Two drafts of one flow: shows how they differ and lets the person choose. Nothing is saved until then. */
export function ConflictDialog({ onClose }: { readonly onClose: () => void }) {
  const theirs = useSaving((saving) => saving.theirs);
  const mine = useFlowDocument((state) => state.flow);
  const autosave = useAutosave();
  const { announcements } = useDesigner();
  if (!theirs) return null;

  function choose(words: string, act: () => void) {
    act();
    announcements.getState().say(words);
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      icon={<GitCompareArrows className="size-5 text-wait" aria-hidden />}
      title="This flow was changed somewhere else"
      description="Your changes are not saved yet. Choose which draft to keep."
      footer={
        <>
          <Button onClick={() => choose('Their draft is shown.', autosave.takeTheirs)}>
            Load theirs
          </Button>
          <Button
            variant="primary"
            onClick={() => choose('Your draft is kept.', () => void autosave.keepMine())}
          >
            Keep mine
          </Button>
        </>
      }
    >
      <p>
        {theirs.updatedBy === undefined ? (
          'Somebody'
        ) : (
          <b className="font-semibold">{theirs.updatedBy}</b>
        )}{' '}
        saved another draft <RelativeTime at={theirs.updatedAt} />. Compared with theirs, yours has
        this:
      </p>
      <div className="my-3 rounded-r1 border bg-sunken p-3">
        <DifferenceList
          difference={compareDrawings(theirs, mine)}
          same={
            theirs.name === mine.name
              ? 'Only places on the canvas differ.'
              : `The name: “${mine.name}”; theirs is “${theirs.name}”.`
          }
        />
      </div>
      <ul className="grid list-disc gap-1 pl-4 text-muted">
        <li>Load theirs: your unsaved changes are lost.</li>
        <li>Keep mine: their draft is replaced. What is published does not change.</li>
      </ul>
    </Dialog>
  );
}
