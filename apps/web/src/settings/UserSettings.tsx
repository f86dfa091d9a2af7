import { useState } from 'react';
import type { User } from '@sluice/schema';
import { Plus } from 'lucide-react';
import { useMay } from '../api/session.ts';
import { useUsers } from '../api/users.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { say } from '../words/say.ts';
import { RoleGuide } from './RoleGuide.tsx';
import { UserDialog } from './UserDialog.tsx';
import { UserRow } from './UserRow.tsx';

const columns = [
  { label: say('ui.name') },
  { label: say('ui.role') },
  { label: say('settings.users.state') },
  { label: say('settings.users.added') },
  { label: say('ui.actions'), hideLabel: true },
];

/** People who log in, and integration users as whom systems and flows act. */
export function UserSettings() {
  const { data: users, error, refetch } = useUsers();
  const administers = useMay('administer');
  const [dialog, setDialog] = useState<User | 'new'>();
  return (
    <>
      <div className="mb-3 flex items-start justify-between gap-4">
        <p className="max-w-2xl text-muted">{say('settings.users.explanation')}</p>
        {administers && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setDialog('new')}>
            {say('settings.users.new')}
          </Button>
        )}
      </div>
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!users && !error && <Skeleton lines={5} />}
      {users && (
        <Table label={say('settings.users.title')} columns={columns}>
          {users.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              administers={administers}
              onEdit={() => setDialog(user)}
            />
          ))}
        </Table>
      )}
      <RoleGuide />
      {dialog && (
        <UserDialog
          user={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
