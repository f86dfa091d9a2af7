import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import { usePublication } from './use-publication.ts';
import { usePublishing } from './use-publishing.ts';

/** Saves the draft and makes it what signals run. */
export function PublishButton() {
  const { busy, publish } = usePublishing();
  const { hasChanges, publishedVersion } = usePublication();
  return (
    <Button
      data-tour="publish"
      variant="primary"
      busy={busy}
      aria-disabled={!hasChanges || undefined}
      title={
        hasChanges
          ? undefined
          : say('designer.header.nothing-changed', { version: publishedVersion ?? 0 })
      }
      onClick={() => hasChanges && void publish()}
    >
      {say('designer.header.publish')}
    </Button>
  );
}
