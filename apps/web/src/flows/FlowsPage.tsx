import { LayoutTemplate, Plus, SearchX, Workflow } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useCreateFlow, useFlows } from '../api/flows.ts';
import { useLive } from '../api/live.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { Button } from '../ui/Button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { toastError } from '../ui/toast.ts';
import { useDelayed } from '../ui/use-delayed.ts';
import { say } from '../words/say.ts';
import { DeletedFlowsLink } from './DeletedFlowsLink.tsx';
import { DemoHint } from './DemoHint.tsx';
import { FlowFilters } from './FlowFilters.tsx';
import { FlowTable } from './FlowTable.tsx';
import { FlowsEmptyState } from './FlowsEmptyState.tsx';
import { ImportButton } from './import/ImportButton.tsx';
import { pickFlows } from './pick-flows.ts';
import { useFlowsAddress } from './use-flows-address.ts';

/** Every flow: what it is made of, whether it is live, and how it fares. */
export function FlowsPage() {
  useLive();
  const { data: flows, error, refetch } = useFlows();
  const create = useCreateFlow();
  const mayBuild = useMay('build');
  const [, navigate] = useLocation();
  const address = useFlowsAddress();
  const { filter, sorting, isNarrowed } = address;
  const [words, setWords] = useDelayed(filter.words, (text) => address.narrow('q', text));
  const found = flows && pickFlows(flows, { ...filter, words: words.trim() }, sorting);

  const ways = mayBuild && (
    <>
      <ImportButton />
      <Link to="/templates" className={buttonClass()}>
        <LayoutTemplate aria-hidden />
        {say('templates.open')}
      </Link>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        busy={create.isPending}
        onClick={() =>
          create.mutate(
            { name: say('flows.untitled'), nodes: [], edges: [] },
            { onSuccess: (flow) => navigate(`/flows/${flow.id}`), onError: toastError },
          )
        }
      >
        {say('flows.new')}
      </Button>
    </>
  );

  return (
    <Page
      title={say('app.flows')}
      description={say('flows.description')}
      actions={flows?.length === 0 ? undefined : ways}
    >
      {flows && <DemoHint flows={flows} />}
      {flows && flows.length > 0 && (
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <FlowFilters flows={flows} address={address} words={words} onWords={setWords} />
          <span className="text-muted" aria-live="polite">
            {isNarrowed || words !== ''
              ? say('flows.count-found', { found: found?.length ?? 0, count: flows.length })
              : say('flows.count', { count: flows.length })}
          </span>
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} className="mb-3" />
      {!flows && !error && <Skeleton lines={6} />}
      {flows?.length === 0 && (
        <FlowsEmptyState action={ways} icon={<Workflow />} mayBuild={mayBuild} />
      )}
      {flows && flows.length > 0 && found?.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={say('flows.none-found')}
          action={
            <Button
              onClick={() => {
                setWords('');
                address.reset();
              }}
            >
              {say('flows.show-all')}
            </Button>
          }
        >
          {say('flows.none-found-hint')}
        </EmptyState>
      )}
      {found && found.length > 0 && <FlowTable flows={found} address={address} />}
      <DeletedFlowsLink />
    </Page>
  );
}
