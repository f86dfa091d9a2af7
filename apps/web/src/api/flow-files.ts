import {
  type FlowBindings,
  type FlowDetail,
  type FlowFile,
  type FlowFileFault,
  type FlowProblem,
  flowFileName,
  writeFlowFile,
} from '@sluice/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { downloadText } from '../ui/download-text.ts';
import { flowsKey } from './flows.ts';
import { queryOf, request } from './request.ts';

/** Something that a file needs, and what here has its name. */
export interface MatchedNeed {
  readonly id: string;
  readonly name?: string;
  /** Names of nodes. */
  readonly usedBy: readonly string[];
  readonly match?: { readonly id: string; readonly name: string };
}

export type ConnectionToBind = MatchedNeed & { readonly type: string };
export type FlowToBind = MatchedNeed & { readonly itself?: boolean };

/** What importing a file would come to. */
export interface FlowFileAnswer {
  readonly refusals: readonly FlowFileFault[];
  readonly problems: readonly FlowProblem[];
  readonly connections: readonly ConnectionToBind[];
  readonly flows: readonly FlowToBind[];
}

/** Asks what importing a file would come to; nothing is kept. */
export function useCheckFlowFile() {
  return useMutation({
    mutationFn: (file: FlowFile) =>
      request<FlowFileAnswer>('POST', '/flows/check', { body: { file } }),
  });
}

/** Makes a flow of a file, as a draft. */
export function useImportFlowFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: FlowBindings & { readonly file: FlowFile; readonly name: string }) =>
      request<FlowDetail>('POST', '/flows/import', { body: sent }),
    onSuccess: () => client.invalidateQueries({ queryKey: flowsKey }),
  });
}

/** Has the browser save a flow as a file named after it: its draft, or a published version. */
export async function downloadFlow(id: string, version?: number): Promise<FlowFile> {
  const file = await request<FlowFile>('GET', `/flows/${id}/export${queryOf({ version })}`);
  downloadText(flowFileName(file), writeFlowFile(file));
  return file;
}
