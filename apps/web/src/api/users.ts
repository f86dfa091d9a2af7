import type { Role, User } from '@sluice/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

const usersKey = ['users'] as const;

export type NewUser =
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly email: string;
      readonly password: string;
      readonly role: Role;
    }
  | {
      readonly kind: 'integration';
      readonly name: string;
      readonly password?: string;
      readonly role: Role;
    };

export interface UserChange {
  readonly id: string;
  readonly name?: string;
  readonly role?: Role;
  readonly disabled?: boolean;
  readonly password?: string;
}

/** Everybody, and everything, that may use the product. */
export function useUsers() {
  return useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly User[] }>('GET', '/users', { signal }).then(
        (answer) => answer.items,
      ),
  });
}

export function useCreateUser() {
  return useUserMutation((user: NewUser) => request<User>('POST', '/users', { body: user }));
}

export function useUpdateUser() {
  return useUserMutation(({ id, ...change }: UserChange) =>
    request<User>('PATCH', `/users/${id}`, { body: change }),
  );
}

export function useDeleteUser() {
  return useUserMutation((id: string) => request<undefined>('DELETE', `/users/${id}`));
}

function useUserMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: usersKey }),
  });
}
