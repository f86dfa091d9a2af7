import { useState } from 'react';
import type { Connection } from '@sluice/schema';
import { Pencil, PlugZap, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { useDeleteConnection, useTestConnection } from '../api/connections.ts';
import { useMay } from '../api/session.ts';
import { useConnectorOf } from '../catalogue/use-catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { Tile } from '../ui/Tile.tsx';
import { toastDone, toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { ConnectionChecks } from './ConnectionChecks.tsx';
import { ConnectionStateChip } from './ConnectionStateChip.tsx';
import { UsedBy } from './UsedBy.tsx';

interface ConnectionRowProps {
  readonly connection: Connection;
  readonly onEdit: () => void;
}

/** One connection in the list. */
export function ConnectionRow({ connection, onEdit }: ConnectionRowProps) {
  const connector = useConnectorOf(connection.type);
  const mayBuild = useMay('build');
  const test = useTestConnection();
  const remove = useDeleteConnection();
  const [asking, setAsking] = useState(false);
  const isUsed = connection.usedBy.length > 0;
  const { lastTest } = connection;

  function erase() {
    remove.mutate(connection.id, {
      onSuccess: () => toastDone(say('connections.deleted', { name: connection.name })),
      onError: toastError,
      onSettled: () => setAsking(false),
    });
  }

  return (
    <TableRow>
      <TableCell>
        <span className="flex items-center gap-3">
          <Tile kind="app" icon={connector?.icon} />
          <span className="min-w-0">
            <span className="block font-semibold break-words">{connection.name}</span>
            <span className="block text-hint text-muted">
              {connector?.label ?? connection.type}
            </span>
            <ConnectionStateChip state={connection.state} />
          </span>
        </span>
      </TableCell>
      <TableCell>
        <UsedBy flows={connection.usedBy} />
      </TableCell>
      <TableCell>
        {lastTest ? (
          <Popover
            label={say('connections.last-test')}
            className="w-96"
            trigger={
              <button type="button" className="flex items-center gap-2 rounded-r1">
                <Chip tone={lastTest.ok ? 'ok' : 'fail'}>
                  {lastTest.ok ? say('connections.works') : say('connections.failed')}
                </Chip>
                <RelativeTime at={lastTest.at} className="text-hint text-muted underline" />
              </button>
            }
          >
            <ConnectionChecks test={lastTest} />
          </Popover>
        ) : (
          <span className="text-faint">{say('settings.keys.never')}</span>
        )}
      </TableCell>
      <TableCell className="text-muted">
        <RelativeTime at={connection.updatedAt} />
      </TableCell>
      <TableCell className="w-px">
        {mayBuild && (
          <span className="flex justify-end gap-1">
            <Button
              size="small"
              icon={<PlugZap aria-hidden />}
              busy={test.isPending}
              aria-label={say('connections.test-named', { name: connection.name })}
              onClick={() => test.mutate(connection.id, { onError: toastError })}
            >
              {say('connections.test')}
            </Button>
            <IconButton
              size="small"
              icon={<Pencil />}
              label={say('connections.edit-named', { name: connection.name })}
              onClick={onEdit}
            />
            <IconButton
              size="small"
              variant="danger"
              icon={<Trash2 />}
              label={say('connections.delete-named', { name: connection.name })}
              onClick={() => setAsking(true)}
            />
          </span>
        )}
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={
            isUsed
              ? say('connections.in-use', { name: connection.name })
              : say('connections.delete-question', { name: connection.name })
          }
          confirmLabel={say('ui.delete')}
          busy={remove.isPending}
          onConfirm={isUsed ? undefined : erase}
        >
          {isUsed ? (
            <>
              <p>{say('connections.in-use-hint')}</p>
              <ul className="mt-2 list-disc pl-5 text-ink">
                {connection.usedBy.map((flow) => (
                  <li key={flow.flowId}>
                    <Link to={`/flows/${flow.flowId}`} className="text-accent hover:underline">
                      {flow.flowName}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>{say('connections.delete-warning')}</p>
          )}
        </ConfirmDialog>
      </TableCell>
    </TableRow>
  );
}
