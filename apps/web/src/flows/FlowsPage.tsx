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
import { DemoHint } from './DemoHint.tsx';
import { FlowRow } from './FlowRow.tsx';
import { FlowsEmptyState } from './FlowsEmptyState.tsx';

const columns = [
  { label: 'Flow' },
  { label: 'State' },
  { label: 'Last run' },
  { label: 'Failures, 24 h' },
  { label: 'Changed', className: 'max-[1200px]:hidden' },
  { label: 'Enabled' },
  { label: 'Actions', hideLabel: true },
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
          { name: 'Untitled flow', nodes: [], edges: [] },
          { onSuccess: (flow) => void navigate(`/flows/${flow.id}`), onError: toastError },
        )
      }
    >
      New flow
    </Button>
  );

  return (
    <Page
      title="Flows"
      description="Each flow waits for signals and answers them with its steps."
      actions={newButton}
    >
      {flows && <DemoHint flows={flows} />}
      {flows && flows.length > 0 && (
        <div className="mb-3 flex items-center gap-3">
          <SearchField label="Search flows" value={search} onChange={setSearch} className="w-72" />
          <span className="text-muted" aria-live="polite">
            {wanted === '' ? `${flows.length} in all` : `${found?.length} of ${flows.length}`}
          </span>
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!flows && !error && <Skeleton lines={6} />}
      {flows?.length === 0 && (
        <FlowsEmptyState action={newButton} icon={<Workflow />} mayBuild={mayBuild} />
      )}
      {flows && flows.length > 0 && found?.length === 0 && (
        <EmptyState icon={<SearchX />} title={`No flow is called “${search.trim()}”`}>
          Search for a part of its name.
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <Table label="Flows" columns={columns}>
          {found.map((flow) => (
            <FlowRow key={flow.id} flow={flow} />
          ))}
        </Table>
      )}
    </Page>
  );
}
