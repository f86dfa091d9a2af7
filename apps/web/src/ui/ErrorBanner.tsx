import { TriangleAlert } from 'lucide-react';
import { say } from '../words/say.ts';
import { Button } from './Button.tsx';

interface ErrorBannerProps {
  /** An `ApiProblem`, or any error. Nothing is drawn without one. */
  readonly error: Error | null | undefined;
  /** Given when trying again can help. */
  readonly onRetry?: () => void;
  readonly className?: string;
}

/** Says what failed and what to do, where it failed. */
export function ErrorBanner({ error, onRetry, className }: ErrorBannerProps) {
  if (!error) return null;
  const title = titleOf(error);
  return (
    <div
      role="alert"
      className={`flex items-start gap-2.5 rounded-r2 border border-fail/35 bg-fail-soft px-3.5 py-2.5 ${className ?? ''}`}
    >
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-fail" aria-hidden />
      <div className="min-w-0 flex-1 break-words">
        {title !== undefined && <p className="font-semibold text-fail">{title}</p>}
        <p>{error.message}</p>
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {say('ui.try-again')}
        </Button>
      )}
    </div>
  );
}

/**
 * An `ApiProblem` has a title; this folder knows its shape and not its class. Of type
 * `about:blank` the title is only the name of the HTTP status, which helps nobody.
 */
function titleOf(error: Error): string | undefined {
  const { problem } = error as { readonly problem?: { readonly title: string; type: string } };
  return problem?.type === 'about:blank' ? undefined : problem?.title;
}
