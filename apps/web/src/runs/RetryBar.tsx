import { useState } from 'react';
import { StepForward } from 'lucide-react';
import { type RetryWish, type RunFilter, useRetryRuns } from '../api/runs.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { toastDone } from '../ui/toast.ts';
import { bulkRetryText } from './bulk-retry-text.ts';

interface RetryBarProps {
  /** The runs that are ticked. */
  readonly picked: ReadonlySet<string>;
  /** What the list is narrowed to. */
  readonly filter: RunFilter;
  readonly onDone: () => void;
}

/** Retries failed runs together: those that are ticked, or all that fit the filter. */
export function RetryBar({ picked, filter, onDone }: RetryBarProps) {
  const retry = useRetryRuns();
  const [asking, setAsking] = useState(false);
  const what = picked.size === 0 ? 'all of them' : `${picked.size} of them`;
  function go() {
    const { status: _status, test: _test, ...narrowed } = filter;
    const wish: RetryWish = picked.size > 0 ? { ids: [...picked] } : { filter: narrowed };
    retry.mutate(wish, {
      onSuccess: (result) => {
        toastDone(bulkRetryText(result));
        setAsking(false);
        onDone();
      },
    });
  }
  return (
    <div className="sticky top-0 z-1 flex items-center gap-2 border-b bg-sunken px-4 py-2">
      <span className="mr-auto text-muted" aria-live="polite">
        {picked.size === 0 ? 'Tick runs, or retry all' : `${picked.size} ticked`}
      </span>
      {picked.size > 0 && (
        <Button size="small" variant="ghost" onClick={onDone}>
          Untick
        </Button>
      )}
      <Button size="small" icon={<StepForward aria-hidden />} onClick={() => setAsking(true)}>
        {picked.size === 0 ? 'Retry all …' : 'Retry ticked …'}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Retry ${what}?`}
        confirmLabel="Retry"
        tone="primary"
        busy={retry.isPending}
        onConfirm={go}
      >
        <p>
          Each goes on from the step that failed; what succeeded is not done again.
          {picked.size === 0 && ' The newest 1,000 that fit the filter are retried at a time.'}
        </p>
        <ErrorBanner error={retry.error} className="mt-3" />
      </ConfirmDialog>
    </div>
  );
}
