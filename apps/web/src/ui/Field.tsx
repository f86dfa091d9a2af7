import { type ReactNode, useId } from 'react';
import { CircleAlert } from 'lucide-react';
import { classNames } from './class-names.ts';

/** What a control must carry so that its label, hint and error belong to it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; shown beneath and read out. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  /** Stands at the right end of the label's line. */
  readonly labelEnd?: ReactNode;
  readonly className?: string | undefined;
}

/** Label above, control, hint or error beneath: the frame of every form control. */
export function Field({
  label,
  hint,
  error,
  required = false,
  hideLabel = false,
  labelEnd,
  className,
  children,
}: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const note = `${id}-note`;
  const ids: FieldIds = {
    id,
    'aria-describedby': error !== undefined || hint !== undefined ? note : undefined,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': required || undefined,
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <div
        className={hideLabel && !labelEnd ? 'sr-only' : 'flex items-baseline justify-between gap-2'}
      >
        {/* The star is no part of the label, so that the control's name is the label alone. */}
        <span className={hideLabel ? 'sr-only' : 'font-medium'}>
          <label htmlFor={id}>{label}</label>
          {required && (
            <span className="ml-0.5 text-fail" aria-hidden>
              *
            </span>
          )}
        </span>
        {labelEnd !== undefined && <span className="-mr-2.5">{labelEnd}</span>}
      </div>
      {children(ids)}
      {error !== undefined ? (
        <p id={note} className="flex items-start gap-1 text-hint text-fail">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={note} className="text-hint text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
