import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';

/** What was fetched from the server, shared by all pages. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      retryDelay: (failures) => 300 * 2 ** failures,
      retry: (failures, error) => failures < 2 && isPassing(error),
      // A server on this machine answers although the machine is offline.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Whether asking again at once may help: no answer came, or the server itself failed. */
function isPassing(error: Error): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
}
