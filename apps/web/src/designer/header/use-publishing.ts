import { publishProblems, usePublishFlow } from '../../api/flows.ts';
import { toastDone, toastError } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { sayProblem } from '../validation/say-problem.ts';

interface Publishing {
  readonly busy: boolean;
  /** Saves the draft and makes it what signals run. What keeps it from running is shown instead. */
  readonly publish: (note?: string) => Promise<void>;
}

/** Publishing this page's flow. */
export function usePublishing(): Publishing {
  const { document, saving, screen, announcements, problems } = useDesigner();
  const autosave = useAutosave();
  const publish = usePublishFlow();

  async function saveAndPublish(note?: string) {
    if (!(await autosave.flush())) return;
    const { version } = saving.getState();
    publish.mutate(
      { id: document.getState().flow.id, version, ...(note !== undefined && { note }) },
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
          announcements.getState().say(say('designer.header.not-published', { count }));
        },
      },
    );
  }

  return { busy: publish.isPending, publish: saveAndPublish };
}
