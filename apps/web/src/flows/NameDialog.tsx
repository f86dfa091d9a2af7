import { useId, useState } from 'react';
import type { labelSchema } from '@sluice/schema';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';

interface NameDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly name: string;
  /** Says what may be a name. */
  readonly schema: typeof labelSchema;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for another name. It stays open until the caller closes it. */
export function NameDialog({
  title,
  description,
  name,
  schema,
  busy,
  error,
  onSave,
  onClose,
}: NameDialogProps) {
  const form = useId();
  const [typed, setTyped] = useState(name);
  const [shown, setShown] = useState(false);
  const parsed = schema.safeParse(typed);

  function save() {
    setShown(true);
    if (!parsed.success) return;
    if (parsed.data === name) onClose();
    else onSave(parsed.data);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={title}
      {...(description !== undefined && { description })}
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={busy}>
            {say('flows.rename.button')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={save}>
        <TextField
          label={say('ui.name')}
          value={typed}
          onChange={setTyped}
          error={shown ? parsed.error?.issues[0]?.message : undefined}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <ErrorBanner error={error} />
      </Form>
    </Dialog>
  );
}
