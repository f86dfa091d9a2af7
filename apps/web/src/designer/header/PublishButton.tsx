import { publishProblems, usePublishFlow } from '../../api/flows.ts';
import { Button } from '../../ui/Button.tsx';
import { toastDone, toastError } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { sayProblem } from '../validation/say-problem.ts';
import { usePublication } from './use-publication.ts';

/** Saves the draft and makes it what signals run. What keeps it from running is shown instead. */
export function PublishButton() {
  const { document, saving, screen, announcements, problems } = useDesigner();
  const autosave = useAutosave();
  const publish = usePublishFlow();
  const { hasChanges, publishedVersion } = usePublication();

  async function saveAndPublish() {
    if (!(await autosave.flush())) return;
    publish.mutate(
      { id: document.getState().flow.id, version: saving.getState().version },
      {
        onSuccess: (flow) => {
          const words = say('designer.header.published', {
            version: flow.publishedVersion ?? flow.version,
          });
          saving.setState({ version: flow.version });
          announcements.getState().say(words);
          toastDone(words);
        },
        onError: (error) => {
          const found = publishProblems(error);
          if (!found) return toastError(error);
          problems.setState({ items: found.map(sayProblem) });
          screen.getState().showProblems(true);
          const count = found.filter((problem) => problem.severity === 'error').length;
          announcements.getState().say(
            say('designer.header.not-published', {
              count,
            }),
          );
        },
      },
    );
  }

  return (
    <Button
      data-tour="publish"
      variant="primary"
      busy={publish.isPending}
      aria-disabled={!hasChanges || undefined}
      title={
        hasChanges
          ? undefined
          : say('designer.header.nothing-changed', { version: publishedVersion ?? 0 })
      }
      onClick={() => hasChanges && void saveAndPublish()}
    >
      {say('designer.header.publish')}
    </Button>
  );
}
