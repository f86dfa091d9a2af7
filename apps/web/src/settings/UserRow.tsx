import { useState } from 'react';
import type { User } from '@sluice/schema';
import { Bot, Pencil, Trash2, UserRound } from 'lucide-react';
import { useSession } from '../api/session.ts';
import { useDeleteUser, useUpdateUser } from '../api/users.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastDone, toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { roleLook } from './role-look.ts';

interface UserRowProps {
  readonly user: User;
  readonly administers: boolean;
  readonly onEdit: () => void;
}

/** One user in the list. Nobody can disable or delete themselves. */
export function UserRow({ user, administers, onEdit }: UserRowProps) {
  const { data: session } = useSession();
  const update = useUpdateUser();
  const remove = useDeleteUser();
  const [asking, setAsking] = useState(false);
  const isSelf = session?.user.id === user.id;

  return (
    <TableRow>
      <TableCell>
        <span className="flex items-center gap-3">
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-muted [&>svg]:size-4"
          >
            {user.kind === 'person' ? <UserRound /> : <Bot />}
          </span>
          <span className="min-w-0">
            <span className="flex items-center gap-2">
              <span className="font-semibold break-words">{user.name}</span>
              {isSelf && <Chip tone="plain">{say('settings.users.you')}</Chip>}
            </span>
            <span className="block text-hint text-muted">
              {user.email ?? say('settings.users.integration')}
            </span>
          </span>
        </span>
      </TableCell>
      <TableCell>{roleLook[user.role].label}</TableCell>
      <TableCell>
        <Chip tone={user.disabled ? 'skip' : 'ok'}>
          {user.disabled ? say('settings.users.disabled') : say('settings.users.active')}
        </Chip>
      </TableCell>
      <TableCell className="text-muted">
        <RelativeTime at={user.createdAt} />
      </TableCell>
      <TableCell className="w-px">
        {administers && (
          <span className="flex justify-end gap-1">
            {!isSelf && (
              <Button
                size="small"
                busy={update.isPending}
                aria-label={say(
                  user.disabled ? 'settings.users.enable-named' : 'settings.users.disable-named',
                  { name: user.name },
                )}
                onClick={() =>
                  update.mutate({ id: user.id, disabled: !user.disabled }, { onError: toastError })
                }
              >
                {user.disabled ? say('settings.users.enable') : say('settings.users.disable')}
              </Button>
            )}
            <IconButton
              size="small"
              icon={<Pencil />}
              label={say('settings.users.edit-named', { name: user.name })}
              onClick={onEdit}
            />
            {!isSelf && (
              <IconButton
                size="small"
                variant="danger"
                icon={<Trash2 />}
                label={say('settings.users.delete-named', { name: user.name })}
                onClick={() => setAsking(true)}
              />
            )}
          </span>
        )}
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={say('settings.users.delete-question', { name: user.name })}
          confirmLabel={say('ui.delete')}
          busy={remove.isPending}
          onConfirm={() =>
            remove.mutate(user.id, {
              onSuccess: () => toastDone(say('settings.users.deleted', { name: user.name })),
              onError: toastError,
              onSettled: () => setAsking(false),
            })
          }
        >
          {say('settings.users.delete-warning')}
        </ConfirmDialog>
      </TableCell>
    </TableRow>
  );
}
