import { useState } from 'react';
import { StepForward } from 'lucide-react';
import { type RetryWish, type RunFilter, useRetryRuns } from '../api/runs.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
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
        {picked.size === 0
          ? say('runs.retry.pick')
          : say('runs.retry.picked', { count: picked.size })}
      </span>
      {picked.size > 0 && (
        <Button size="small" variant="ghost" onClick={onDone}>
          {say('runs.retry.untick')}
        </Button>
      )}
      <Button size="small" icon={<StepForward aria-hidden />} onClick={() => setAsking(true)}>
        {picked.size === 0 ? say('runs.retry.all') : say('runs.retry.ticked')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={say('runs.retry.question', { count: picked.size })}
        confirmLabel={say('runs.retry.go')}
        tone="primary"
        busy={retry.isPending}
        onConfirm={go}
      >
        <p>{say(picked.size === 0 ? 'runs.retry.explanation-all' : 'runs.retry.explanation')}</p>
        <ErrorBanner error={retry.error} className="mt-3" />
      </ConfirmDialog>
    </div>
  );
}
