import { say } from '../words/say.ts';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { CopyButton } from './CopyButton.tsx';
import { Field, type FieldProps } from './Field.tsx';

interface CopyFieldProps extends Omit<FieldProps, 'required' | 'error'> {
  readonly value: string;
  /** Shows several lines, for a text such as a payload. */
  readonly rows?: number;
  /** Is still being waited for, so that there is nothing to copy yet. */
  readonly pending?: boolean;
}

/** A value to paste elsewhere, with a button that copies it. The button is named “Copy <label>”. */
export function CopyField({ value, rows, pending = false, ...field }: CopyFieldProps) {
  return (
    <Field {...field}>
      {(ids) => (
        <div className="flex items-start gap-2">
          {rows === undefined ? (
            <input
              {...ids}
              readOnly
              value={value}
              onFocus={(event) => event.target.select()}
              className={classNames(controlClass, 'h-8 px-2.5 font-mono text-hint text-ellipsis')}
            />
          ) : (
            <textarea
              {...ids}
              readOnly
              rows={rows}
              value={value}
              spellCheck={false}
              className={classNames(controlClass, 'resize-y px-2.5 py-1.5 font-mono text-hint')}
            />
          )}
          <CopyButton
            text={value}
            label={say('ui.copy-named', { name: field.label })}
            disabled={pending}
          />
        </div>
      )}
    </Field>
  );
}
