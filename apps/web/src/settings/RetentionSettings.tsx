import { useState } from 'react';
import { type Retention, useRetention, useSaveRetention } from '../api/retention.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { draftOf, readDraft, retentionFields } from './retention-draft.ts';

/** How long runs and signals are kept. */
export function RetentionSettings() {
  const { data, error, refetch } = useRetention();
  return (
    <>
      <p className="mb-4 max-w-2xl text-muted">{say('settings.retention.explanation')}</p>
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton lines={6} />}
      {data && <RetentionForm retention={data} />}
    </>
  );
}

function RetentionForm({ retention }: { readonly retention: Retention }) {
  const [draft, setDraft] = useState(() => draftOf(retention));
  const [shown, setShown] = useState(false);
  const save = useSaveRetention();
  const read = readDraft(draft);
  function submit() {
    setShown(true);
    if (Object.keys(read.errors).length > 0) return;
    save.mutate(read.retention, { onSuccess: () => toastDone(say('settings.retention.changed')) });
  }
  return (
    <Form onSubmit={submit} className="flex max-w-2xl flex-col gap-4">
      {retentionFields.map(({ title, fields }) => (
        <Card key={title} className="p-5">
          <fieldset className="flex flex-col gap-4">
            <legend className="mb-3 text-title font-semibold">{title}</legend>
            {fields.map(({ name, label, hint, unit }) => (
              <TextField
                key={name}
                label={label}
                hint={hint}
                inputMode="numeric"
                className="max-w-80"
                end={
                  unit === 'days' && (
                    <span className="pr-1 text-muted">{say('settings.retention.days')}</span>
                  )
                }
                value={draft[name]}
                onChange={(value) => setDraft({ ...draft, [name]: value.trim() })}
                error={shown ? read.errors[name] : undefined}
              />
            ))}
          </fieldset>
        </Card>
      ))}
      <ErrorBanner error={save.error} />
      <div>
        <Button variant="primary" type="submit" busy={save.isPending}>
          {say('ui.save')}
        </Button>
      </div>
    </Form>
  );
}
