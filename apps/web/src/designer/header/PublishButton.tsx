import { MOST_VERSION_NOTE } from '@sluice/schema';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';
import { usePublication } from './use-publication.ts';
import { usePublishing } from './use-publishing.ts';

/** Makes the draft what signals run: at once, or with a note on what is new. */
export function PublishButton() {
  const { hasChanges, publishedVersion } = usePublication();
  const { publish, busy } = usePublishing();
  return (
    <div data-tour="publish" className="flex">
      <Button
        variant="primary"
        busy={busy}
        aria-disabled={!hasChanges || undefined}
        title={
          hasChanges
            ? undefined
            : say('designer.header.nothing-changed', { version: publishedVersion ?? 0 })
        }
        className="rounded-r-none"
        onClick={() => hasChanges && void publish()}
      >
        {say('designer.header.publish')}
      </Button>
      <WithNote disabled={!hasChanges || busy} onPublish={(note) => void publish(note)} />
    </div>
  );
}

interface WithNoteProps {
  readonly disabled: boolean;
  readonly onPublish: (note: string) => void;
}

function WithNote({ disabled, onPublish }: WithNoteProps) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');

  function done() {
    setOpen(false);
    setNote('');
    onPublish(note);
  }

  return (
    <Popover
      label={say('designer.header.publish-with-note')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-80"
      trigger={
        <Button
          variant="primary"
          disabled={disabled}
          aria-label={say('designer.header.publish-with-note')}
          className="ml-px rounded-l-none px-1.5"
          icon={<ChevronDown aria-hidden />}
        />
      }
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <TextArea
          label={say('designer.header.note-label')}
          hint={say('designer.header.note-hint')}
          rows={3}
          maxLength={MOST_VERSION_NOTE}
          value={note}
          onChange={setNote}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
          }}
        />
        <Button variant="primary" type="submit" className="justify-self-end">
          {say('designer.header.publish')}
        </Button>
      </form>
    </Popover>
  );
}
