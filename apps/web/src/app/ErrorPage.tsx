import { Bug } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { say } from '../words/say.ts';
import { MissingFile } from './import-script.ts';

/** What stands in place of a page that broke, or that could not be fetched. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const isMissingFile =
    error instanceof MissingFile ||
    (error instanceof TypeError && /dynamically imported|module script/i.test(error.message));
  return (
    <div className="grid min-h-full place-items-center" role="alert">
      <title>{say('app.error.tab-title')}</title>
      <EmptyState
        icon={<Bug />}
        title={isMissingFile ? say('app.error.not-fetched') : say('app.error.broke')}
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              {say('app.error.reload')}
            </Button>
            <a href="/" className={buttonClass()}>
              {say('app.to-the-flows')}
            </a>
          </>
        }
      >
        {isMissingFile ? (
          <p>{say('app.error.updated')}</p>
        ) : (
          <>
            <p>{say('app.error.our-fault')}</p>
            <p className="mt-2 font-mono text-hint break-words">
              {error instanceof Error ? error.message : String(error)}
            </p>
          </>
        )}
      </EmptyState>
    </div>
  );
}
