import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { Field, type FieldProps } from './Field.tsx';

interface TextFieldProps
  extends
    FieldProps,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'required' | 'className'> {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  /** Stands inside the box at its right end. */
  readonly end?: ReactNode;
  readonly mono?: boolean;
}

/** One line of text with its label. */
export function TextField({
  label,
  hint,
  error,
  required,
  hideLabel,
  labelEnd,
  className,
  onChange,
  end,
  mono = false,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, required, hideLabel, labelEnd, className }}>
      {(ids) => (
        <span className="relative flex">
          <input
            {...ids}
            {...input}
            onChange={(event) => onChange?.(event.target.value)}
            className={classNames(
              controlClass,
              'h-8 px-2.5',
              mono && 'font-mono text-hint',
              end !== undefined && 'pr-9',
            )}
          />
          {end !== undefined && (
            <span className="absolute inset-y-0 right-0 flex w-9 items-center justify-center">
              {end}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
