import { useState } from 'react';
import { Cable } from 'lucide-react';
import { useConnections } from '../api/connections.ts';
import { useMay } from '../api/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { ConnectionRow } from './ConnectionRow.tsx';
import { NewConnectionButton } from './NewConnectionButton.tsx';

const columns = [
  { label: 'Name' },
  { label: 'Used by' },
  { label: 'Last test' },
  { label: 'Changed' },
  { label: 'Actions', hideLabel: true },
];

/** Every connection, with what uses it and whether it worked when last tested. */
export function ConnectionList() {
  const { data: connections, error, refetch } = useConnections();
  const mayBuild = useMay('build');
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<{ type: string; connectionId?: string }>();

  const found = connections?.filter((each) =>
    each.name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const newButton = mayBuild && <NewConnectionButton onChoose={(type) => setDialog({ type })} />;

  return (
    <>
      {connections && connections.length > 0 && (
        <div className="mb-3 flex items-center justify-between gap-3">
          <SearchField
            label="Search connections"
            value={search}
            onChange={setSearch}
            className="w-72"
          />
          {newButton}
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!connections && !error && <Skeleton lines={5} />}
      {connections?.length === 0 && (
        <EmptyState icon={<Cable />} title="No connections yet" action={newButton}>
          A connection holds the address and the credentials of another system, such as HaloITSM.
          Store it once, and every step can use it.
        </EmptyState>
      )}
      {connections && connections.length > 0 && found?.length === 0 && (
        <EmptyState icon={<Cable />} title={`No connection is called “${search.trim()}”`}>
          Search for a part of its name.
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <Table label="Connections" columns={columns}>
          {found.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              onEdit={() => setDialog({ type: connection.type, connectionId: connection.id })}
            />
          ))}
        </Table>
      )}
      {dialog && (
        <ConnectionDialog
          type={dialog.type}
          connectionId={dialog.connectionId}
          onSaved={() => setSearch('')}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
