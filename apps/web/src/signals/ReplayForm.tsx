import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { say } from '../words/say.ts';
import { readJson } from './read-json.ts';

interface ReplayFormProps {
  /** The body as it arrived. */
  readonly payload: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onRun: (payload: unknown) => void;
}

/** Lets a person change a signal's payload before it runs once more. */
export function ReplayForm({ payload, busy, onCancel, onRun }: ReplayFormProps) {
  const [text, setText] = useState(() => pretty(payload));
  const [shown, setShown] = useState(false);
  const read = readJson(text);

  function submit() {
    setShown(true);
    if (read.ok) onRun(read.value);
  }

  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <TextArea
        label={say('signals.payload')}
        hint={say('signals.replay.hint')}
        mono
        rows={22}
        value={text}
        onChange={setText}
        error={shown && !read.ok ? read.message : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button variant="primary" type="submit" busy={busy}>
          {say('signals.replay.run')}
        </Button>
      </div>
    </Form>
  );
}

function pretty(payload: string): string {
  const read = readJson(payload);
  return read.ok ? JSON.stringify(read.value, undefined, 2) : payload;
}
