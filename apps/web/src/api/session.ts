import { type Permission, type Session, type SetupState, may } from '@sluice/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { request } from './request.ts';

export const sessionKey = ['session'] as const;

/** Who is logged in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) =>
      request<Session>('GET', '/session', { signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** Whether the person at the screen has a permission. */
export function useMay(permission: Permission): boolean {
  const { data } = useSession();
  return data ? may(data.user.role, permission) : false;
}

/** Whether the product still has to be set up. */
export function useSetupState() {
  return useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => request<SetupState>('GET', '/setup', { signal }),
    staleTime: Infinity,
  });
}

export interface NewSetup {
  /** The one-time code from the console. */
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly demo: boolean;
}

export function useSetUp() {
  return useEntering((setup: NewSetup) => request<Session>('POST', '/setup', { body: setup }));
}

export function useLogIn() {
  return useEntering((credentials: { readonly email: string; readonly password: string }) =>
    request<Session>('POST', '/session', { body: credentials }),
  );
}

/** Ends the session and forgets all that was fetched in it. */
export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<undefined>('DELETE', '/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (change: { readonly current: string; readonly next: string }) =>
      request<undefined>('POST', '/session/password', { body: change }),
  });
}

function useEntering<Input>(enter: (input: Input) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => {
      // What somebody else was shown before must not flash up.
      client.removeQueries({ predicate: (query) => query.getObserversCount() === 0 });
      client.setQueryData(sessionKey, session);
      client.setQueryData(['setup'], { needed: false });
    },
  });
}
