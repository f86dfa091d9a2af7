import { type Flow, typedSecrets } from '@sluice/schema';
import { downloadFlow } from '../api/flow-files.ts';
import { toastDone, toastError, toastWarning } from '../ui/toast.ts';
import { say } from '../words/say.ts';

/** Saves a flow's draft as a file, and says so, what to look at before it is shared, or why not. */
export async function exportFlow({ id, name }: Pick<Flow, 'id' | 'name'>): Promise<void> {
  try {
    const [secret] = typedSecrets(await downloadFlow(id));
    if (secret) {
      const { node, line } = secret;
      toastWarning(say('flows.exported-secret', { name, node, line }));
    } else toastDone(say('flows.exported', { name }));
  } catch (error) {
    toastError(error);
  }
}
