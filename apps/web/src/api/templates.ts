import type { FlowDetail, FlowTemplate } from '@sluice/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { flowsKey } from './flows.ts';
import { request } from './request.ts';

/** The finished flows to begin with, in the order of the gallery. They change only with the server. */
export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly FlowTemplate[] }>('GET', '/templates', { signal }).then(
        (answer) => answer.items,
      ),
    staleTime: Infinity,
  });
}

/** What was chosen for a template; what is left out stays open. */
export interface TemplateChoices {
  readonly name: string;
  readonly connections: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

/** Makes a flow of a template, as a draft. */
export function useMakeFromTemplate(templateId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choices: TemplateChoices) =>
      request<FlowDetail>('POST', `/templates/${templateId}/flows`, { body: choices }),
    onSuccess: () => client.invalidateQueries({ queryKey: flowsKey }),
  });
}
