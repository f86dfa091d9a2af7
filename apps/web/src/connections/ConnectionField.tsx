import { useState } from 'react';
import type { FieldManifest } from '@sluice/schema';
import { Eye, EyeOff } from 'lucide-react';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';

interface ConnectionFieldProps {
  readonly field: FieldManifest;
  /** Undefined while it has not been touched. */
  readonly value: string | undefined;
  /** The connection exists, so an untouched field keeps what it holds. */
  readonly kept: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One value of a connection, asked for as its declaration says. */
export function ConnectionField({ field, value, kept, error, onChange }: ConnectionFieldProps) {
  const [revealed, setRevealed] = useState(false);
  const isSecret = field.control === 'secret';
  const shared = {
    label: field.label,
    hint: field.help,
    error,
    required: field.required && !kept,
  };
  const text = {
    ...shared,
    value: value ?? '',
    onChange,
    placeholder: kept && value === undefined ? 'unchanged' : field.placeholder,
  };

  if (field.control === 'toggle') {
    return (
      <Switch
        label={field.label}
        hint={field.help}
        checked={value === 'true'}
        onChange={(checked) => onChange(String(checked))}
      />
    );
  }
  if (field.control === 'select') {
    return (
      <Select
        {...shared}
        options={field.options ?? []}
        value={value}
        onChange={onChange}
        {...(kept && { placeholder: 'unchanged' })}
      />
    );
  }
  if (field.control === 'long-text') return <TextArea {...text} />;
  return (
    <TextField
      {...text}
      type={isSecret && !revealed ? 'password' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      autoComplete={isSecret ? 'new-password' : 'off'}
      spellCheck={false}
      end={
        isSecret && value ? (
          <button
            type="button"
            aria-label={
              revealed
                ? say('connections.hide-named', { name: field.label })
                : say('connections.show-named', { name: field.label })
            }
            onClick={() => setRevealed(!revealed)}
            className="grid size-7 place-items-center rounded-r1 text-muted hover:text-ink [&>svg]:size-4"
          >
            {revealed ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </button>
        ) : undefined
      }
    />
  );
}
