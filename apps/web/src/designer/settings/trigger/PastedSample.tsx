import { useState } from 'react';
import { ClipboardPaste } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { say } from '../../../words/say.ts';
import { jsonProblem } from '../../test-run/json-problem.ts';

/** Takes JSON to pick from, for a trigger that nothing has reached yet. It is not kept. */
export function PastedSample({ onPaste }: { readonly onPaste: (payload: unknown) => void }) {
  const [text, setText] = useState<string>();
  if (text === undefined) {
    return (
      <Button
        size="small"
        className="mb-4"
        icon={<ClipboardPaste aria-hidden />}
        onClick={() => setText('')}
      >
        {say('designer.settings.trigger.sample.paste')}
      </Button>
    );
  }
  const problem = text.trim() === '' ? undefined : jsonProblem(text);
  return (
    <TextArea
      label={say('designer.settings.trigger.sample.label')}
      mono
      rows={8}
      className="mb-4"
      value={text}
      error={problem}
      hint={say('designer.settings.trigger.sample.hint')}
      onChange={(next) => {
        setText(next);
        if (next.trim() !== '' && jsonProblem(next) === undefined) onPaste(JSON.parse(next));
      }}
    />
  );
}
