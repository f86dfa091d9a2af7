import { useState } from 'react';
import type { ApiKey } from '@sluice/schema';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useApiKeys, useRevokeApiKey } from '../api/api-keys.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastDone, toastError } from '../ui/toast.ts';
import { say, sayRich } from '../words/say.ts';
import { NewApiKeyDialog } from './NewApiKeyDialog.tsx';

const columns = [
  { label: say('ui.name') },
  { label: say('settings.keys.key') },
  { label: say('settings.keys.acts-as') },
  { label: say('settings.keys.made') },
  { label: say('settings.keys.last-used') },
  { label: say('ui.actions'), hideLabel: true },
];

/** Keys that programs use in place of a password. */
export function ApiKeySettings() {
  const { data: keys, error, refetch } = useApiKeys();
  const revoke = useRevokeApiKey();
  const [making, setMaking] = useState(false);
  const [asking, setAsking] = useState<ApiKey>();

  const newButton = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
      {say('settings.keys.new')}
    </Button>
  );
  return (
    <>
      {keys && keys.length > 0 && (
        <div className="mb-3 flex items-start justify-between gap-4">
          <p className="max-w-2xl text-muted">
            {sayRich('settings.keys.explanation', { code: <code /> })}
          </p>
          {newButton}
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!keys && !error && <Skeleton lines={4} />}
      {keys?.length === 0 && (
        <EmptyState icon={<KeyRound />} title={say('settings.keys.none')} action={newButton}>
          {say('settings.keys.none-hint')}
        </EmptyState>
      )}
      {keys && keys.length > 0 && (
        <Table label={say('settings.keys.title')} columns={columns}>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell className="font-semibold break-words">{key.name}</TableCell>
              <TableCell className="font-mono text-hint break-all">{key.key}</TableCell>
              <TableCell>{key.userName}</TableCell>
              <TableCell className="text-muted">
                <RelativeTime at={key.createdAt} />
              </TableCell>
              <TableCell className="text-muted">
                {key.lastUsedAt === undefined ? (
                  say('settings.keys.never')
                ) : (
                  <RelativeTime at={key.lastUsedAt} />
                )}
              </TableCell>
              <TableCell className="w-px">
                <IconButton
                  size="small"
                  variant="danger"
                  icon={<Trash2 />}
                  label={say('settings.keys.revoke-named', { name: key.name })}
                  onClick={() => setAsking(key)}
                />
              </TableCell>
            </TableRow>
          ))}
        </Table>
      )}
      {making && <NewApiKeyDialog onClose={() => setMaking(false)} />}
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={say('settings.keys.revoke-question', { name: asking?.name ?? '' })}
        confirmLabel={say('settings.keys.revoke')}
        busy={revoke.isPending}
        onConfirm={() => {
          if (!asking) return;
          revoke.mutate(asking.id, {
            onSuccess: () => toastDone(say('settings.keys.revoked', { name: asking.name })),
            onError: toastError,
            onSettled: () => setAsking(undefined),
          });
        }}
      >
        {say('settings.keys.revoke-warning')}
      </ConfirmDialog>
    </>
  );
}
