import { type ReactNode, useId } from 'react';
import { CircleAlert, X } from 'lucide-react';
import { type FieldManifest, type InputValue, pillsOf } from '@sluice/schema';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { say } from '../../../words/say.ts';
import type { FormNode } from './form-node.ts';
import { InputControl } from './InputControl.tsx';
import { whenTyped } from './set-input.ts';

export interface InputFieldProps {
  readonly name: string;
  readonly field: FieldManifest;
  readonly node: FormNode;
  /** Every input of the node, for those whose list depends on another. */
  readonly inputs: Readonly<Record<string, FieldManifest>>;
  /** What is wrong with it and what to do. */
  readonly problem: string | undefined;
  readonly focusAtOnce: boolean;
  readonly onChange: (value: InputValue | undefined) => void;
  /** Given for an input that can be taken off the form again. */
  readonly onRemove?: () => void;
}

const wide = new Set<FieldManifest['control']>([
  'text',
  'long-text',
  'html',
  'json',
  'url',
  'code',
  'entries',
  'conditions',
  'per-way',
]);

/** One input of a node: its label, its control, what it will become, and what to do when it is wrong. */
export function InputField(props: InputFieldProps) {
  const { name, field, node, problem, focusAtOnce, onChange, onRemove } = props;
  const noteId = useId();
  const value = node.inputs[name];
  const note = problem ?? field.help;
  return (
    <div
      data-input={name}
      data-asked-for={focusAtOnce || undefined}
      className={classNames(
        'flex min-w-0 flex-col gap-1',
        wide.has(field.control) && 'col-span-2 max-[599px]:col-span-1',
      )}
    >
      <div className="flex min-h-5 items-center gap-1.5">
        <span
          aria-hidden
          className="cursor-default font-semibold"
          onClick={(event) =>
            event.currentTarget
              .closest('[data-input]')
              ?.querySelector<HTMLElement>('[contenteditable="true"], textarea')
              ?.focus()
          }
        >
          {field.label}
          {field.required && <span className="ml-1 text-fail">*</span>}
        </span>
        <span className="ml-auto flex items-center gap-1">
          {field.canBeEmptied && <Emptying {...{ field, value, onChange }} />}
          {onRemove && (
            <IconButton
              size="small"
              plain
              className="-my-1 size-6"
              label={say('designer.settings.step.remove-named', { name: field.label })}
              icon={<X />}
              onClick={onRemove}
            />
          )}
        </span>
      </div>
      <InputControl
        {...props}
        value={value}
        describedBy={note === undefined ? undefined : noteId}
        onChange={(next) => onChange(next && whenTyped(next))}
      />
      {note !== undefined && (
        <Note
          id={noteId}
          isProblem={problem !== undefined}
          // The preview takes the help's place; for screen readers it stays.
          isHidden={problem === undefined && value !== undefined && pillsOf(value).length > 0}
        >
          {note}
        </Note>
      )}
    </div>
  );
}

interface EmptyingProps {
  readonly field: FieldManifest;
  readonly value: InputValue | undefined;
  readonly onChange: (value: InputValue | undefined) => void;
}

/** The two things an input without text can mean on an update. */
function Emptying({ field, value, onChange }: EmptyingProps) {
  const isEmptied = Array.isArray(value) && value.length === 0;
  if (value !== undefined && !isEmptied) return null;
  const action = isEmptied
    ? say('designer.settings.step.leave-as-is')
    : say('designer.settings.step.set-to-empty');
  return (
    <button
      type="button"
      aria-label={`${action}: ${field.label}`}
      onClick={() => onChange(isEmptied ? undefined : [])}
      className="rounded-r1 px-1 text-hint text-muted hover:bg-sunken hover:text-ink"
    >
      {action}
    </button>
  );
}

interface NoteProps {
  readonly id: string;
  readonly isProblem: boolean;
  readonly isHidden: boolean;
  readonly children: ReactNode;
}

function Note({ id, isProblem, isHidden, children }: NoteProps) {
  return (
    <p
      id={id}
      className={classNames(
        isHidden ? 'sr-only' : 'flex gap-1 text-hint',
        isProblem ? 'text-fail' : 'text-muted',
      )}
    >
      {isProblem && <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />}
      {children}
    </p>
  );
}
