import { useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '@sluice/schema';
import { problemOf } from '../api/api-problem.ts';
import {
  useConnections,
  useCreateConnection,
  useTestValues,
  useUpdateConnection,
} from '../api/connections.ts';
import { useConnectorOf } from '../catalogue/use-catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Tile } from '../ui/Tile.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { ConnectionChecks } from './ConnectionChecks.tsx';
import { ConnectionField } from './ConnectionField.tsx';
import {
  type ConnectionDraft,
  findDraftErrors,
  startDraft,
  typedValues,
} from './connection-draft.ts';

interface ConnectionDialogProps {
  /** The connector's id, such as `haloitsm`. */
  readonly type: string;
  /** Given to edit a connection, left out for a new one. */
  readonly connectionId?: string | undefined;
  readonly onSaved: (connection: Connection) => void;
  readonly onClose: () => void;
}

/** Asks for what a connection needs, drawn from its connector's declaration. Open while mounted. */
export function ConnectionDialog({ type, connectionId, onSaved, onClose }: ConnectionDialogProps) {
  const connector = useConnectorOf(type);
  const existing = useConnections().data?.find((each) => each.id === connectionId);
  const [draft, setDraft] = useState<ConnectionDraft>(() => startDraft(connector, existing?.name));
  const [shown, setShown] = useState(false);
  const create = useCreateConnection();
  const update = useUpdateConnection();
  const test = useTestValues();
  const formId = useId();
  const outcome = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [test.data]);

  const isNew = connectionId === undefined;
  const saving = isNew ? create : update;
  const fields = connector?.connection?.fields ?? {};
  const errors = findDraftErrors(draft, fields, isNew);
  const refusal = saving.error ?? test.error;

  function change(name: string, value: string) {
    setDraft({ ...draft, values: { ...draft.values, [name]: value } });
    test.reset();
  }

  function submit() {
    setShown(true);
    if (Object.keys(errors).length > 0) return;
    const done = (connection: Connection) => {
      toastDone(say('connections.saved', { name: connection.name }));
      onSaved(connection);
      onClose();
    };
    const name = draft.name.trim();
    const values = typedValues(draft, fields);
    if (isNew) create.mutate({ name, type, values }, { onSuccess: done });
    else update.mutate({ id: connectionId, name, values }, { onSuccess: done });
  }

  function tryIt() {
    setShown(true);
    if (Object.keys(errors).some((name) => name !== 'name')) return;
    test.mutate({ type, values: typedValues(draft, fields), ...(!isNew && { id: connectionId }) });
  }

  const errorOf = (path: string) =>
    (shown ? errors[path] : undefined) ??
    problemOf(refusal, path === 'name' ? 'name' : `values.${path}`);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="medium"
      icon={<Tile kind="app" icon={connector?.icon} size="large" />}
      title={
        isNew
          ? say('connections.new-of', { connector: connector?.label ?? type })
          : say('connections.edit-named', { name: existing?.name ?? '' })
      }
      description={say('connections.dialog-description')}
      footer={
        <>
          <Button onClick={tryIt} busy={test.isPending} className="mr-auto">
            {say('connections.test-connection')}
          </Button>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={saving.isPending}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        {connector?.connection?.help !== undefined && (
          <p className="rounded-r2 bg-sunken px-3.5 py-2.5 text-muted">
            {connector.connection.help}
          </p>
        )}
        <TextField
          label={say('ui.name')}
          hint={say('connections.name-hint')}
          required
          autoFocus
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={errorOf('name')}
        />
        {Object.entries(fields).map(([name, field]) => (
          <ConnectionField
            key={name}
            field={field}
            value={draft.values[name]}
            kept={!isNew}
            error={errorOf(name)}
            onChange={(value) => change(name, value)}
          />
        ))}
        <p className="text-hint text-muted">
          {say(isNew ? 'connections.stored-new' : 'connections.stored-known')}
        </p>
        <ErrorBanner error={refusal} />
        {test.data && (
          <div ref={outcome}>
            <ConnectionChecks test={test.data} />
          </div>
        )}
      </Form>
    </Dialog>
  );
}
