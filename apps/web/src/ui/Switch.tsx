import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
}

/** Turns something on or off at once, without a Save. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
  hideLabel = false,
}: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={checked}
        onClick={() => onChange(!checked)}
        disabled={disabled}
        aria-label={hideLabel ? label : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative h-5 w-9 shrink-0 rounded-full border border-line-field bg-sunken transition-colors duration-100 disabled:opacity-50 aria-checked:border-accent aria-checked:bg-accent"
      >
        <span
          className={classNames(
            'block size-3.5 rounded-full transition-transform duration-100',
            checked ? 'translate-x-[17px] bg-accent-ink' : 'translate-x-0.5 bg-muted',
          )}
        />
      </button>
      {!hideLabel && (
        <div className="min-w-0">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {hint !== undefined && (
            <p id={`${id}-hint`} className="text-hint text-muted">
              {hint}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
