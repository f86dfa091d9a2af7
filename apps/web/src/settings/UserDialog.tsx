import { useId, useState } from 'react';
import type { User } from '@sluice/schema';
import { problemOf } from '../api/api-problem.ts';
import { useSession } from '../api/session.ts';
import { useCreateUser, useUpdateUser } from '../api/users.ts';
import { PasswordField } from '../accounts/PasswordField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { roleOptions } from './role-look.ts';
import { changeOf, findUserErrors, newUserOf, startUserDraft } from './user-draft.ts';

interface UserDialogProps {
  /** Left out for a new one. */
  readonly user?: User | undefined;
  readonly onClose: () => void;
}

const kinds = [
  { value: 'person', label: say('settings.users.person'), hint: say('settings.users.person-hint') },
  {
    value: 'integration',
    label: say('settings.users.integration'),
    hint: say('settings.users.integration-hint'),
  },
] as const;

/** Asks for what a user needs. Open while mounted. */
export function UserDialog({ user, onClose }: UserDialogProps) {
  const { data: session } = useSession();
  const [draft, setDraft] = useState(() => startUserDraft(user));
  const [shown, setShown] = useState(false);
  const create = useCreateUser();
  const update = useUpdateUser();
  const formId = useId();
  const saving = user ? update : create;
  const errors = findUserErrors(draft, user === undefined);
  const isSelf = user?.id === session?.user.id;

  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const errorOf = (field: keyof typeof errors) =>
    (shown ? errors[field] : undefined) ?? problemOf(saving.error, field);

  function submit() {
    setShown(true);
    if (Object.values(errors).some((error) => error !== undefined)) return;
    const onSuccess = (saved: User) => {
      toastDone(say('settings.users.saved', { name: saved.name }));
      onClose();
    };
    if (user) update.mutate(changeOf(user, draft), { onSuccess });
    else create.mutate(newUserOf(draft), { onSuccess });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={
        user ? say('settings.users.edit-named', { name: user.name }) : say('settings.users.new')
      }
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={saving.isPending}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        {!user && (
          <Select
            label={say('settings.users.kind')}
            options={kinds}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        )}
        <TextField
          label={say('ui.name')}
          required
          value={draft.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
        />
        {draft.kind === 'person' && (
          <TextField
            label={say('ui.email')}
            type="email"
            required
            disabled={user !== undefined}
            autoComplete="off"
            value={draft.email}
            onChange={(email) => change({ email })}
            error={errorOf('email')}
          />
        )}
        <Select
          label={say('ui.role')}
          options={roleOptions}
          value={draft.role}
          disabled={isSelf}
          hint={isSelf ? say('settings.users.own-role') : undefined}
          onChange={(role) => change({ role })}
        />
        <PasswordField
          label={user ? say('settings.users.new-password') : passwordLabel(draft.kind)}
          required={!user && draft.kind === 'person'}
          value={draft.password}
          onChange={(password) => change({ password })}
          error={errorOf('password')}
        />
        <ErrorBanner error={saving.error} />
      </Form>
    </Dialog>
  );
}

function passwordLabel(kind: User['kind']): string {
  return kind === 'person' ? say('ui.password') : say('settings.users.basic-password');
}
