import { useId, useState } from 'react';
import type { Constant } from '@sluice/schema';
import { problemOf } from '../api/api-problem.ts';
import { useSaveConstant } from '../api/constants.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';

interface ConstantDialogProps {
  /** Left out for a new one. */
  readonly constant?: Constant | undefined;
  /** Names that others have. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the name and the value of a constant. Open while mounted. */
export function ConstantDialog({ constant, taken, onClose }: ConstantDialogProps) {
  const [name, setName] = useState(constant?.name ?? '');
  const [value, setValue] = useState(constant?.value ?? '');
  const [shown, setShown] = useState(false);
  const save = useSaveConstant();
  const formId = useId();

  const wrong = nameError(
    name.trim(),
    taken.filter((each) => each !== constant?.name),
  );

  function submit() {
    setShown(true);
    if (wrong !== undefined) return;
    save.mutate(
      { name: name.trim(), value, ...(constant && { id: constant.id }) },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={constant ? `Edit ${constant.name}` : 'New constant'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <TextField
          label="Name"
          required
          autoFocus
          placeholder="On-call team"
          value={name}
          onChange={setName}
          error={(shown ? wrong : undefined) ?? problemOf(save.error, 'name')}
        />
        <TextArea
          label="Value"
          rows={3}
          mono
          value={value}
          onChange={setValue}
          error={problemOf(save.error, 'value')}
        />
        <ErrorBanner error={save.error} />
      </Form>
    </Dialog>
  );
}

function nameError(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give the constant a name.';
  return taken.includes(name) ? 'Another constant has this name.' : undefined;
}
