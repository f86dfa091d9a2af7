import { useState } from 'react';
import { Plus } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { say } from '../../../words/say.ts';
import { readPath } from './read-path.ts';

interface DeclareOutputProps {
  readonly onDeclare: (path: readonly (string | number)[]) => void;
}

/** Makes an output of a path that is known beforehand, without a signal to pick it from. */
export function DeclareOutput({ onDeclare }: DeclareOutputProps) {
  const [text, setText] = useState('');
  const path = readPath(text);
  const declare = () => {
    if (!path) return;
    onDeclare(path);
    setText('');
  };
  return (
    <form
      className="mt-4 flex max-w-lg items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        declare();
      }}
    >
      <TextField
        label={say('designer.settings.trigger.path.label')}
        className="flex-1"
        value={text}
        placeholder="ticket.tags[0]"
        error={text !== '' && !path ? say('designer.settings.trigger.path.wrong') : undefined}
        onChange={setText}
      />
      <Button type="submit" icon={<Plus aria-hidden />} disabled={!path}>
        {say('designer.settings.trigger.path.add')}
      </Button>
    </form>
  );
}
