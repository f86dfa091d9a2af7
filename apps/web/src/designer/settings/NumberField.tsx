import { type ReactNode, useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { say } from '../../words/say.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Allows parts of a whole. */
  readonly fractions?: boolean;
  readonly hint?: ReactNode;
  /** What is counted, such as “seconds”. */
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** A number within limits. What cannot be taken is never kept: it goes when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, fractions = false, hint, unit, onChange } = props;
  const [text, setText] = useState<string>();
  const read = (typed: string) => {
    const number = Number(typed);
    const fits = typed.trim() !== '' && number >= least && number <= most;
    return fits && (fractions || Number.isInteger(number)) ? number : undefined;
  };
  const isWrong = text !== undefined && read(text) === undefined;
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      step={fractions ? 'any' : 1}
      value={text ?? String(value)}
      hint={hint}
      error={
        isWrong
          ? say(
              fractions ? 'designer.settings.number-wrong' : 'designer.settings.whole-number-wrong',
              { least, most },
            )
          : undefined
      }
      end={
        unit === undefined ? undefined : <span className="pr-6 text-hint text-faint">{unit}</span>
      }
      onChange={(typed) => {
        setText(typed);
        const number = read(typed);
        if (number !== undefined) onChange(number);
      }}
      onBlur={() => setText(undefined)}
    />
  );
}
