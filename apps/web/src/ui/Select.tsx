import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { say } from '../words/say.ts';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { Field, type FieldProps } from './Field.tsx';

export interface SelectOption<Value extends string> {
  /** Never empty: an empty choice needs a word of its own, such as `all`. */
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly options: readonly SelectOption<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One choice from a short, fixed list. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  required,
  hideLabel,
  labelEnd,
  className,
  options,
  value,
  onChange,
  placeholder = say('ui.choose'),
  disabled = false,
}: SelectProps<Value>) {
  return (
    <Field {...{ label, hint, error, required, hideLabel, labelEnd, className }}>
      {(ids) => (
        <Radix.Root
          value={value ?? ''}
          onValueChange={(chosen) => onChange(chosen as Value)}
          disabled={disabled}
        >
          <Radix.Trigger
            {...ids}
            className={classNames(
              controlClass,
              'flex h-8 items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-faint',
            )}
          >
            <span className="truncate">
              <Radix.Value placeholder={placeholder} />
            </span>
            <ChevronDown className="size-4 shrink-0 text-faint" aria-hidden />
          </Radix.Trigger>
          <Radix.Portal>
            <Radix.Content
              position="popper"
              sideOffset={4}
              collisionPadding={8}
              className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop overflow-hidden rounded-r2 border border-line bg-raised shadow-2"
            >
              <Radix.Viewport className="max-h-80 p-1">
                {options.map((option) => (
                  <Radix.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled ?? false}
                    className="flex items-start gap-2 rounded-r1 py-1.5 pr-3 pl-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-accent-soft"
                  >
                    <span className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden>
                      <Radix.ItemIndicator>
                        <Check className="size-4" />
                      </Radix.ItemIndicator>
                    </span>
                    <span className="min-w-0">
                      <Radix.ItemText>{option.label}</Radix.ItemText>
                      {option.hint !== undefined && (
                        <span className="block text-hint text-muted">{option.hint}</span>
                      )}
                    </span>
                  </Radix.Item>
                ))}
              </Radix.Viewport>
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      )}
    </Field>
  );
}
