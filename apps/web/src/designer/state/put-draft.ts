import type { Flow } from '@sluice/schema';
import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/api-problem.ts';
import { flowKey, flowsKey, saveFlow, staleFlow } from '../../api/flows.ts';
import type { SaveOutcome } from './autosave.ts';

/** Sends a draft to the server and says what became of it. */
export async function putDraft(
  client: QueryClient,
  flow: Flow,
  version: number,
): Promise<SaveOutcome> {
  try {
    const saved = await saveFlow({ ...flow, version });
    client.setQueryData(flowKey(flow.id), saved);
    void client.invalidateQueries({ queryKey: flowsKey });
    return { outcome: 'saved', version: saved.version, at: saved.updatedAt };
  } catch (error) {
    const theirs = staleFlow(error);
    if (theirs) return { outcome: 'conflict', theirs };
    if (!(error instanceof ApiProblem)) throw error;
    return {
      outcome: canPass(error.status) ? 'unreachable' : 'refused',
      reason: error.message,
    };
  }
}

/** Whether the same draft may be taken later: no answer, too many requests, a server in trouble. */
function canPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}
