import { useState } from 'react';
import { Plus, SearchX, Workflow } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useCreateFlow, useFlows } from '../api/flows.ts';
import { useLive } from '../api/live.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { DemoHint } from './DemoHint.tsx';
import { FlowRow } from './FlowRow.tsx';
import { FlowsEmptyState } from './FlowsEmptyState.tsx';

const columns = [
  { label: say('flows.flow') },
  { label: say('flows.state.title') },
  { label: say('flows.last-run') },
  { label: say('flows.failures') },
  { label: say('flows.changed'), className: 'max-[1200px]:hidden' },
  { label: say('flows.enabled') },
  { label: say('ui.actions'), hideLabel: true },
];

/** Every flow: what it is made of, whether it is live, and how it fares. */
export function FlowsPage() {
  useLive();
  const { data: flows, error, refetch } = useFlows();
  const create = useCreateFlow();
  const mayBuild = useMay('build');
  const navigate = useNavigate();
  const [search, setSearch] = useState('');

  const wanted = search.trim().toLowerCase();
  const found = flows?.filter((flow) => flow.name.toLowerCase().includes(wanted));

  const newButton = mayBuild && (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      busy={create.isPending}
      onClick={() =>
        create.mutate(
          { name: say('flows.untitled'), nodes: [], edges: [] },
          { onSuccess: (flow) => void navigate(`/flows/${flow.id}`), onError: toastError },
        )
      }
    >
      {say('flows.new')}
    </Button>
  );

  return (
    <Page title={say('app.flows')} description={say('flows.description')} actions={newButton}>
      {flows && <DemoHint flows={flows} />}
      {flows && flows.length > 0 && (
        <div className="mb-3 flex items-center gap-3">
          <SearchField
            label={say('flows.search')}
            value={search}
            onChange={setSearch}
            className="w-72"
          />
          <span className="text-muted" aria-live="polite">
            {wanted === ''
              ? say('flows.count', { count: flows.length })
              : say('flows.count-found', { found: found?.length ?? 0, count: flows.length })}
          </span>
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!flows && !error && <Skeleton lines={6} />}
      {flows?.length === 0 && (
        <FlowsEmptyState action={newButton} icon={<Workflow />} mayBuild={mayBuild} />
      )}
      {flows && flows.length > 0 && found?.length === 0 && (
        <EmptyState icon={<SearchX />} title={say('flows.none-called', { name: search.trim() })}>
          {say('flows.search-hint')}
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <Table label={say('app.flows')} columns={columns}>
          {found.map((flow) => (
            <FlowRow key={flow.id} flow={flow} />
          ))}
        </Table>
      )}
    </Page>
  );
}
