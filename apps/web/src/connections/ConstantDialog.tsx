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
import { say } from '../words/say.ts';

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
      title={
        constant
          ? say('connections.edit-named', { name: constant.name })
          : say('connections.constants.new')
      }
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <TextField
          label={say('ui.name')}
          required
          autoFocus
          placeholder={say('connections.constants.placeholder')}
          value={name}
          onChange={setName}
          error={(shown ? wrong : undefined) ?? problemOf(save.error, 'name')}
        />
        <TextArea
          label={say('connections.constants.value')}
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
  if (name === '') return say('connections.constants.name-missing');
  return taken.includes(name) ? say('connections.constants.name-taken') : undefined;
}
