import { useState } from 'react';
import { Cable } from 'lucide-react';
import { useConnections } from '../api/connections.ts';
import { useMay } from '../api/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { say } from '../words/say.ts';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { ConnectionRow } from './ConnectionRow.tsx';
import { NewConnectionButton } from './NewConnectionButton.tsx';

const columns = [
  { label: say('ui.name') },
  { label: say('connections.used-by') },
  { label: say('connections.last-test') },
  { label: say('connections.changed') },
  { label: say('ui.actions'), hideLabel: true },
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
            label={say('connections.search')}
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
        <EmptyState icon={<Cable />} title={say('connections.none')} action={newButton}>
          {say('connections.none-hint')}
        </EmptyState>
      )}
      {connections && connections.length > 0 && found?.length === 0 && (
        <EmptyState
          icon={<Cable />}
          title={say('connections.none-called', { name: search.trim() })}
        >
          {say('connections.search-hint')}
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <Table label={say('app.connections')} columns={columns}>
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
