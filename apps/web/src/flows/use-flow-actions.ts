import type { FlowSummary } from '@sluice/schema';
import { useDeleteFlow, useDuplicateFlow, useRenameFlow, useRestoreFlow } from '../api/flows.ts';
import { toastDone, toastError, toastUndo } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { neighbourOf, returnToFlow } from './flow-links.ts';

/** What can be done with a flow from the list; all of it says that it was done or why not. */
export function useFlowActions(flow: FlowSummary) {
  const rename = useRenameFlow();
  const duplicate = useDuplicateFlow();
  const remove = useDeleteFlow();
  const restore = useRestoreFlow();
  const { id, name } = flow;

  return {
    renaming: rename,
    rename: (next: string, done: () => void) =>
      rename.mutate(
        { id, name: next },
        {
          onSuccess: () => {
            done();
            toastUndo(say('flows.rename.done', { before: name, after: next }), () =>
              rename.mutateAsync({ id, name }),
            );
          },
        },
      ),
    duplicate: () =>
      duplicate.mutate(id, {
        onSuccess: (copy) => toastDone(say('flows.duplicated', { name: copy.name })),
        onError: toastError,
      }),
    remove: () => {
      const next = neighbourOf(id);
      remove.mutate(id, {
        onSuccess: () => {
          toastUndo(say('flows.deleted', { name }), () =>
            restore.mutateAsync(id).then(() => returnToFlow(id)),
          );
          if (next !== undefined) returnToFlow(next);
        },
        onError: toastError,
      });
    },
  };
}
