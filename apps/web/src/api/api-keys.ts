import type { ApiKey } from '@sluice/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

const apiKeysKey = ['api-keys'] as const;

/** A key just made, with the secret that is never shown again. */
export type NewApiKey = ApiKey & { readonly secret: string };

/** An administrator's list holds everybody's keys, anyone else's their own. */
export function useApiKeys() {
  return useQuery({
    queryKey: apiKeysKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly ApiKey[] }>('GET', '/api-keys', { signal }).then(
        (answer) => answer.items,
      ),
  });
}

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: { readonly name: string; readonly userId?: string }) =>
      request<NewApiKey>('POST', '/api-keys', { body: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysKey }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<undefined>('DELETE', `/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysKey }),
  });
}
