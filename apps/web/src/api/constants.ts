import type { Constant } from '@sluice/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

const constantsKey = ['constants'] as const;

/** Every constant: named values that all flows can use. */
export function useConstants() {
  return useQuery({
    queryKey: constantsKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly Constant[] }>('GET', '/constants', { signal }).then(
        (answer) => answer.items,
      ),
  });
}

/** Saves a constant: a new one when it has no id. */
export function useSaveConstant() {
  return useConstantMutation(
    ({ id, ...constant }: Omit<Constant, 'id'> & { readonly id?: string }) =>
      id === undefined
        ? request<Constant>('POST', '/constants', { body: constant })
        : request<Constant>('PUT', `/constants/${id}`, { body: constant }),
  );
}

export function useDeleteConstant() {
  return useConstantMutation((id: string) => request<undefined>('DELETE', `/constants/${id}`));
}

function useConstantMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: constantsKey }),
  });
}
