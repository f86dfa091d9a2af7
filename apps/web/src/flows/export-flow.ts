import type { Flow } from '@sluice/schema';
import { downloadFlow } from '../api/flow-files.ts';
import { toastDone, toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';

/** Saves a flow's draft as a file, and says so or why not. */
export async function exportFlow({ id, name }: Pick<Flow, 'id' | 'name'>): Promise<void> {
  try {
    await downloadFlow(id);
    toastDone(say('flows.exported', { name }));
  } catch (error) {
    toastError(error);
  }
}
