import type { DeletedFlow } from '@sluice/schema';
import { ArrowLeft, Trash2, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { useDeletedFlows, useRestoreFlow } from '../api/flows.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { Button } from '../ui/Button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastDone, toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { FlowPicture } from './FlowPicture.tsx';

const columns = [
  { label: say('flows.flow') },
  { label: say('flows.bin.deleted') },
  { label: say('flows.bin.kept') },
  { label: say('ui.actions'), hideLabel: true },
];

/** The flows that were deleted lately and can be brought back. */
export function DeletedFlowsPage() {
  const { data: flows, error, refetch } = useDeletedFlows();
  return (
    <Page
      title={say('flows.bin.title')}
      description={say('flows.bin.about')}
      actions={
        <Link to="/" className={buttonClass()}>
          <ArrowLeft aria-hidden />
          {say('flows.bin.back')}
        </Link>
      }
    >
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!flows && !error && <Skeleton lines={4} />}
      {flows?.length === 0 && (
        <EmptyState icon={<Trash2 />} title={say('flows.bin.none')}>
          {say('flows.bin.none-hint')}
        </EmptyState>
      )}
      {flows && flows.length > 0 && (
        <Table label={say('flows.bin.table')} columns={columns}>
          {flows.map((flow) => (
            <DeletedFlowRow key={flow.id} flow={flow} />
          ))}
        </Table>
      )}
    </Page>
  );
}

function DeletedFlowRow({ flow }: { readonly flow: DeletedFlow }) {
  const restore = useRestoreFlow();
  const mayBuild = useMay('build');
  return (
    <TableRow>
      <TableCell className="w-full max-w-0">
        <span className="block truncate font-semibold">{flow.name}</span>
        <div className="mt-1.5">
          <FlowPicture flow={flow} />
        </div>
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted">
        <RelativeTime at={flow.deletedAt} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted">
        {say('flows.bin.days-left', { days: daysLeft(flow) })}
      </TableCell>
      <TableCell className="w-px">
        {mayBuild && (
          <Button
            icon={<Undo2 aria-hidden />}
            busy={restore.isPending}
            aria-label={say('flows.bin.restore-named', { name: flow.name })}
            onClick={() =>
              restore.mutate(flow.id, {
                onSuccess: () => toastDone(say('flows.bin.restored', { name: flow.name })),
                onError: toastError,
              })
            }
          >
            {say('flows.bin.restore')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}

function daysLeft({ restorableUntil }: DeletedFlow): number {
  return Math.max(0, Math.ceil((Date.parse(restorableUntil) - Date.now()) / 86_400_000));
}
