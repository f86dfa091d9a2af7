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
  const wrong = name.trim() === '' ? 'Say what the key is for.' : undefined;
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
      title={made ? `API key “${made.name}”` : 'New API key'}
      {...(made && {
        description: 'Copy the secret now. It is not stored in clear and never shown again.',
        // A click beside the dialog must not lose the secret.
        onDismiss: (event: Event) => event.preventDefault(),
      })}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={formId} busy={create.isPending}>
              Make the key
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="flex flex-col gap-3.5">
          <CopyField label="Key" value={made.key} />
          <CopyField label="Secret" value={made.secret} />
          <CopyField
            label="Authorization header"
            value={`Authorization: Bearer ${made.key}:${made.secret}`}
          />
        </div>
      ) : (
        <Form id={formId} onSubmit={submit}>
          <TextField
            label="Name"
            hint="What will use it, such as “Nightly export”."
            required
            autoFocus
            value={name}
            onChange={setName}
            error={(shown ? wrong : undefined) ?? problemOf(create.error, 'name')}
          />
          {administers && (
            <Select
              label="Acts as"
              hint="The key may do what this user may."
              value={userId}
              onChange={setUserId}
              options={(users ?? []).map((user) => ({
                value: user.id,
                label: user.name,
                ...(user.kind === 'integration' && { hint: 'Integration user' }),
              }))}
            />
          )}
          <ErrorBanner error={create.error} />
        </Form>
      )}
    </Dialog>
  );
}
