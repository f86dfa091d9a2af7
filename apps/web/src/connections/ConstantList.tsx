import { useState } from 'react';
import type { Constant } from '@sluice/schema';
import { Braces, Pencil, Plus, Trash2 } from 'lucide-react';
import { useConstants, useDeleteConstant, useSaveConstant } from '../api/constants.ts';
import { useMay } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastError, toastUndo } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { ConstantDialog } from './ConstantDialog.tsx';

const columns = [
  { label: say('ui.name'), className: 'w-72' },
  { label: say('connections.constants.value') },
  { label: say('ui.actions'), hideLabel: true },
];

/** Every constant: change it here, and it changes in all flows that use it. */
export function ConstantList() {
  const { data: constants, error, refetch } = useConstants();
  const mayBuild = useMay('build');
  const save = useSaveConstant();
  const remove = useDeleteConstant();
  const [dialog, setDialog] = useState<Constant | 'new'>();

  function removeWithUndo({ id, name, value }: Constant) {
    remove.mutate(id, {
      onSuccess: () =>
        toastUndo(say('connections.constants.deleted', { name }), () =>
          save.mutateAsync({ name, value }),
        ),
      onError: toastError,
    });
  }

  const newButton = mayBuild && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setDialog('new')}>
      {say('connections.constants.new')}
    </Button>
  );

  return (
    <>
      {constants && constants.length > 0 && (
        <div className="mb-3 flex items-center justify-between gap-3">
          <p className="text-muted">{say('connections.constants.explanation')}</p>
          {newButton}
        </div>
      )}
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!constants && !error && <Skeleton lines={4} />}
      {constants?.length === 0 && (
        <EmptyState icon={<Braces />} title={say('connections.constants.none')} action={newButton}>
          {say('connections.constants.none-hint')}
        </EmptyState>
      )}
      {constants && constants.length > 0 && (
        <Table label={say('connections.constants.title')} columns={columns}>
          {constants.map((constant) => (
            <TableRow key={constant.id}>
              <TableCell className="font-semibold break-words">{constant.name}</TableCell>
              <TableCell className="font-mono text-hint break-all">{constant.value}</TableCell>
              <TableCell className="w-px">
                {mayBuild && (
                  <span className="flex justify-end gap-1">
                    <IconButton
                      size="small"
                      icon={<Pencil />}
                      label={say('connections.edit-named', { name: constant.name })}
                      onClick={() => setDialog(constant)}
                    />
                    <IconButton
                      size="small"
                      variant="danger"
                      icon={<Trash2 />}
                      label={say('connections.delete-named', { name: constant.name })}
                      onClick={() => removeWithUndo(constant)}
                    />
                  </span>
                )}
              </TableCell>
            </TableRow>
          ))}
        </Table>
      )}
      {dialog && (
        <ConstantDialog
          constant={dialog === 'new' ? undefined : dialog}
          taken={constants?.map((each) => each.name) ?? []}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
