import { useId, useRef, useState } from 'react';
import { CircleAlert, CircleHelp, Eraser, X } from 'lucide-react';
import { type FieldManifest, type InputValue, pillsOf } from '@sluice/schema';
import { classNames } from '../../../ui/class-names.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { say } from '../../../words/say.ts';
import { beginsHere, takesExample, withExample } from './example-value.ts';
import { Examples } from './Examples.tsx';
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
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const value = node.inputs[name];
  // A preview and a problem take the help's place until it is asked for.
  const helpGivesWay = problem !== undefined || (value !== undefined && pillsOf(value).length > 0);
  const examplesGiveWay = !beginsHere(value, field);
  const hasExamples = (field.examples?.length ?? 0) > 0 && takesExample(value, field);
  const hides = (field.help !== undefined && helpGivesWay) || (hasExamples && examplesGiveWay);
  const notes = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(field.help === undefined ? [] : [`${id}-help`]),
  ];
  const focus = () =>
    frame.current?.querySelector<HTMLElement>('[contenteditable="true"], textarea')?.focus();
  return (
    <div
      ref={frame}
      data-input={name}
      data-asked-for={focusAtOnce || undefined}
      className={classNames(
        'flex min-w-0 flex-col gap-1',
        wide.has(field.control) && 'col-span-2 max-[599px]:col-span-1',
      )}
    >
      <div className="flex min-h-5 items-center gap-1.5">
        <span aria-hidden className="cursor-default font-semibold" onClick={focus}>
          {field.label}
          {field.required && <span className="ml-1 text-fail">*</span>}
        </span>
        {hides && (
          <IconButton
            size="small"
            plain
            className="-my-1 size-6"
            label={say('designer.settings.step.help-for', { name: field.label })}
            icon={<CircleHelp />}
            aria-expanded={asked}
            onClick={() => setAsked(!asked)}
          />
        )}
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
        describedBy={notes.length === 0 ? undefined : notes.join(' ')}
        onChange={(next) => onChange(next && whenTyped(next))}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className="flex gap-1 text-hint text-fail">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
      {field.help !== undefined && (
        <p
          id={`${id}-help`}
          className={helpGivesWay && !asked ? 'sr-only' : 'text-hint text-muted'}
        >
          {field.help}
        </p>
      )}
      {hasExamples && (asked || !examplesGiveWay) && (
        <Examples
          field={field}
          onChoose={(example) => {
            onChange(withExample(value, example, field));
            requestAnimationFrame(focus);
          }}
        />
      )}
    </div>
  );
}

interface EmptyingProps {
  readonly field: FieldManifest;
  readonly value: InputValue | undefined;
  readonly onChange: (value: InputValue | undefined) => void;
}

/** The two things an input without text can mean on an update: which one it is, and how to say the other. */
function Emptying({ field, value, onChange }: EmptyingProps) {
  const isEmptied = Array.isArray(value) && value.length === 0;
  if (value !== undefined && !isEmptied) return null;
  const action = isEmptied
    ? say('designer.settings.step.leave-as-is')
    : say('designer.settings.step.set-to-empty');
  return (
    <>
      {isEmptied && (
        <Chip tone="wait" icon={<Eraser aria-hidden />}>
          {say('designer.settings.step.emptied')}
        </Chip>
      )}
      <button
        type="button"
        aria-label={`${action}: ${field.label}`}
        onClick={() => onChange(isEmptied ? undefined : [])}
        className="rounded-r1 px-1 text-hint text-muted hover:bg-sunken hover:text-ink"
      >
        {action}
      </button>
    </>
  );
}
