import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { Field, type FieldProps } from './Field.tsx';

interface TextAreaProps
  extends
    FieldProps,
    Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'required' | 'className'> {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly mono?: boolean;
}

/** Several lines of text with their label. `mono` for JSON and the like. */
export function TextArea({
  label,
  hint,
  error,
  required,
  hideLabel,
  labelEnd,
  className,
  onChange,
  mono = false,
  rows = 4,
  ...area
}: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, required, hideLabel, labelEnd, className }}>
      {(ids) => (
        <textarea
          {...ids}
          {...area}
          rows={rows}
          spellCheck={!mono}
          onChange={(event) => onChange?.(event.target.value)}
          className={classNames(
            controlClass,
            'resize-y px-2.5 py-1.5',
            mono && 'font-mono text-hint',
          )}
        />
      )}
    </Field>
  );
}
