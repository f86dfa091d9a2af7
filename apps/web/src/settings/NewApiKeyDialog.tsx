import { useId, useState } from 'react';
import { problemOf } from '../api/api-problem.ts';
import { useCreateApiKey } from '../api/api-keys.ts';
import { useMay, useSession } from '../api/session.ts';
import { useUsers } from '../api/users.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';

/** Makes an API key and shows its secret, this once. Open while mounted. */
export function NewApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: session } = useSession();
  const { data: users } = useUsers();
  const administers = useMay('administer');
  const create = useCreateApiKey();
  const [name, setName] = useState('');
  const [userId, setUserId] = useState(session?.user.id);
  const [shown, setShown] = useState(false);
  const formId = useId();
  const wrong = name.trim() === '' ? say('settings.keys.name-missing') : undefined;
  const made = create.data;

  function submit() {
    setShown(true);
    if (wrong !== undefined) return;
    const forAnother = administers && userId !== undefined && userId !== session?.user.id;
    create.mutate({ name: name.trim(), ...(forAnother && { userId }) });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={made ? say('settings.keys.named', { name: made.name }) : say('settings.keys.new')}
      {...(made && {
        description: say('settings.keys.secret-once'),
        // A click beside the dialog must not lose the secret.
        onDismiss: (event: Event) => event.preventDefault(),
      })}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            {say('ui.done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{say('ui.cancel')}</Button>
            <Button variant="primary" type="submit" form={formId} busy={create.isPending}>
              {say('settings.keys.make')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="flex flex-col gap-3.5">
          <CopyField label={say('settings.keys.key')} value={made.key} />
          <CopyField label={say('settings.keys.secret')} value={made.secret} />
          <CopyField
            label={say('settings.keys.header')}
            value={`Authorization: Bearer ${made.key}:${made.secret}`}
          />
        </div>
      ) : (
        <Form id={formId} onSubmit={submit}>
          <TextField
            label={say('ui.name')}
            hint={say('settings.keys.name-hint')}
            required
            autoFocus
            value={name}
            onChange={setName}
            error={(shown ? wrong : undefined) ?? problemOf(create.error, 'name')}
          />
          {administers && (
            <Select
              label={say('settings.keys.acts-as')}
              hint={say('settings.keys.acts-as-hint')}
              value={userId}
              onChange={setUserId}
              options={(users ?? []).map((user) => ({
                value: user.id,
                label: user.name,
                ...(user.kind === 'integration' && { hint: say('settings.users.integration') }),
              }))}
            />
          )}
          <ErrorBanner error={create.error} />
        </Form>
      )}
    </Dialog>
  );
}
