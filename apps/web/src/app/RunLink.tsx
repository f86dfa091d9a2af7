import { Redirect, useParams } from 'wouter';
import { useRun } from '../api/runs.ts';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { say } from '../words/say.ts';
import { Loading } from './Loading.tsx';

/** Follows the link of a run to the canvas of its flow. */
export function RunLink() {
  const { requestId } = useParams();
  const { data: run, error, refetch } = useRun(requestId);
  if (run) return <Redirect to={`/flows/${run.flowId}?run=${run.id}`} replace />;
  if (!error) return <Loading />;
  return (
    <main className="mx-auto max-w-lg p-8">
      <title>{say('app.run-tab-title')}</title>
      <ErrorBanner error={error} onRetry={() => void refetch()} />
    </main>
  );
}
