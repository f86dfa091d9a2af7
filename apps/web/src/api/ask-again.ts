import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Fetches a query once more because there is news of what it holds. An answer on its way may be
 * older than the news, so it is waited for first: to invalidate alone would join it when it is the
 * query's first, and the news would be lost.
 */
export function askAgain(client: QueryClient, key: QueryKey): void {
  const query = client.getQueryCache().find({ queryKey: key, exact: true });
  // Exactly this one: a filter would match every narrower one too, which are asked for by themselves.
  const again = () =>
    client.invalidateQueries({ queryKey: key, exact: true }, { cancelRefetch: false });
  if (query?.state.fetchStatus !== 'fetching') {
    void again();
    return;
  }
  // What is under way is joined, not begun anew; its failure is shown by whoever began it.
  void query.fetch().then(again, again);
}
