import { Bug } from 'lucide-react';
import { useRouteError } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { buttonClass } from '../ui/button-class.ts';

/** What stands in place of a page that broke, or that could not be fetched. */
export function ErrorPage() {
  const error = useRouteError();
  const isMissingFile =
    error instanceof TypeError && /dynamically imported|module script/i.test(error.message);
  return (
    <div className="grid min-h-full place-items-center" role="alert">
      <title>Something went wrong · Sluice</title>
      <EmptyState
        icon={<Bug />}
        title={isMissingFile ? 'This page could not be fetched' : 'This page broke'}
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
            <a href="/" className={buttonClass()}>
              Go to the flows
            </a>
          </>
        }
      >
        {isMissingFile ? (
          <p>Sluice was probably updated or stopped. Reload the page; your saved work is safe.</p>
        ) : (
          <>
            <p>This is a fault of Sluice, not of yours. Saved work is safe.</p>
            <p className="mt-2 font-mono text-hint break-words">
              {error instanceof Error ? error.message : String(error)}
            </p>
          </>
        )}
      </EmptyState>
    </div>
  );
}
