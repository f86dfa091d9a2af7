import type { Connection, ConnectionTest, FieldOption, Values } from '@sluice/schema';
import {
  type QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { request } from './request.ts';

const connectionsKey = ['connections'] as const;

/** The ids of all connections; undefined when the server does not say. */
export async function knownConnectionIds(
  client: QueryClient,
): Promise<ReadonlySet<string> | undefined> {
  try {
    const items = await client.ensureQueryData({
      queryKey: connectionsKey,
      queryFn: ({ signal }) => listConnections(signal),
    });
    return new Set(items.map(({ id }) => id));
  } catch (error) {
    if (error instanceof ApiProblem) return undefined;
    throw error;
  }
}

/** Every connection, without its values: those never come back. Looked at again, as its state changes. */
export function useConnections() {
  return useQuery({
    queryKey: connectionsKey,
    queryFn: ({ signal }) => listConnections(signal),
    refetchInterval: ({ state }) =>
      state.data?.some((connection) => connection.state.kind !== 'ok') ? 3000 : 30_000,
  });
}

function listConnections(signal: AbortSignal): Promise<readonly Connection[]> {
  return request<{ readonly items: readonly Connection[] }>('GET', '/connections', {
    signal,
  }).then((answer) => answer.items);
}

export function useCreateConnection() {
  return useConnectionMutation(
    (connection: { readonly name: string; readonly type: string; readonly values: Values }) =>
      request<Connection>('POST', '/connections', { body: connection }),
  );
}

/** Values left out keep the old ones, key by key. */
export function useUpdateConnection() {
  return useConnectionMutation(
    ({ id, ...change }: { readonly id: string; readonly name: string; readonly values: Values }) =>
      request<Connection>('PUT', `/connections/${id}`, { body: change }),
  );
}

/** Fails with 409 while a flow uses it. */
export function useDeleteConnection() {
  return useConnectionMutation((id: string) => request<undefined>('DELETE', `/connections/${id}`));
}

/** Tests a stored connection, and remembers what was found. */
export function useTestConnection() {
  return useConnectionMutation((id: string) =>
    request<ConnectionTest>('POST', `/connections/${id}/test`),
  );
}

/** Tests values that are not stored; with `id`, what is missing is taken from that connection. */
export function useTestValues() {
  return useMutation({
    mutationFn: (draft: { readonly type: string; readonly values: Values; readonly id?: string }) =>
      request<ConnectionTest>('POST', '/connections/test', { body: draft }),
  });
}

/**
 * Asks the other system for the options of an input, such as Halo's ticket types. Waits for a
 * connection; the last options stay in sight while new ones are fetched.
 *
 * @param inputs what the list depends on, by input name
 */
export function useLookupOptions(
  connectionId: string | undefined,
  name: string,
  {
    inputs,
    search,
  }: { readonly inputs: Readonly<Record<string, string>>; readonly search: string },
) {
  return useQuery<readonly FieldOption[]>({
    queryKey: ['lookup', connectionId, name, inputs, search],
    queryFn: ({ signal }) =>
      request<{ readonly options: readonly FieldOption[] }>(
        'POST',
        `/connections/${connectionId}/lookups/${name}`,
        { body: { inputs, search }, signal },
      ).then((answer) => answer.options),
    enabled: connectionId !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

function useConnectionMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: connectionsKey }),
  });
}
