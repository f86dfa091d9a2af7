import { useState } from 'react';
import { X } from 'lucide-react';
import { type PickedOutput, labelSchema } from '@sluice/schema';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { say } from '../../../words/say.ts';
import { pathLabel, valueText } from '../../mapping/value-text.ts';

interface PickedRowProps extends PickedOutput {
  /** Its value as far as it is known. */
  readonly value: unknown;
  readonly onRename: (label: string) => void;
  readonly onRemove: () => void;
}

/** One picked output: its label to change, where it is in the payload, and its value. */
export function PickedRow({ name, label, path, value, onRename, onRemove }: PickedRowProps) {
  const [text, setText] = useState<string>();
  const isWrong = text !== undefined && !labelSchema.safeParse(text).success;
  return (
    <li className="flex items-center gap-3">
      <TextField
        className="w-60"
        label={say('designer.settings.trigger.picked.label-of', { name })}
        hideLabel
        value={text ?? label}
        maxLength={120}
        error={isWrong ? say('designer.settings.trigger.picked.label-missing') : undefined}
        onChange={(typed) => {
          setText(typed);
          const read = labelSchema.safeParse(typed);
          if (read.success) onRename(read.data);
        }}
        onBlur={() => setText(undefined)}
      />
      <span className="text-hint text-muted">{pathLabel(path)}</span>
      <code className="min-w-0 flex-1 truncate text-right text-hint">{valueText(value)}</code>
      <IconButton
        plain
        size="small"
        label={say('designer.settings.step.remove-named', { name: label })}
        icon={<X />}
        onClick={onRemove}
      />
    </li>
  );
}
