import {
  type FieldControl,
  type InputValue,
  isConditions,
  isEntries,
  isPerWay,
  isTemplate,
} from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { TemplateInput, type TemplateInputProps } from '../../mapping/TemplateInput.tsx';
import { TemplatePreview } from '../../mapping/TemplatePreview.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { CodeInput } from './CodeInput.tsx';
import { ConditionsInput } from './ConditionsInput.tsx';
import { EntriesInput } from './EntriesInput.tsx';
import { FlowInput } from './FlowInput.tsx';
import type { InputFieldProps } from './InputField.tsx';
import { PerWayInput } from './PerWayInput.tsx';
import { LookupInput } from './LookupInput.tsx';

interface InputControlProps extends Omit<InputFieldProps, 'onRemove'> {
  readonly value: InputValue | undefined;
  readonly describedBy: string | undefined;
}

const yesAndNo = [
  { value: 'true', label: say('designer.settings.step.yes') },
  { value: 'false', label: say('designer.settings.step.no') },
];

const tall = new Set<FieldControl>(['long-text', 'html', 'json']);
const mono = new Set<FieldControl>(['html', 'json', 'url']);

/** The control that an input's declaration asks for. All of them take pills. */
export function InputControl(props: InputControlProps) {
  const { field, value, node, inputs, problem } = props;
  if (field.control === 'entries') {
    return (
      <EntriesInput
        field={field}
        node={node}
        entries={value && isEntries(value) ? value.entries : []}
        onChange={(entries) => props.onChange({ entries })}
      />
    );
  }
  if (field.control === 'conditions') {
    return (
      <ConditionsInput
        label={field.label}
        operators={field.operators ?? []}
        sets={value && isConditions(value) ? value.sets : []}
        focusAtOnce={props.focusAtOnce}
        onChange={(sets) => props.onChange({ sets })}
      />
    );
  }
  if (field.control === 'per-way') {
    return (
      <PerWayInput
        field={field}
        nodeId={node.id}
        lines={value && isPerWay(value) ? value.perWay : []}
        onChange={(perWay) => props.onChange({ perWay })}
      />
    );
  }
  const template = value && isTemplate(value) ? value : [];
  const given: Omit<TemplateInputProps, 'choiceList'> = {
    label: field.label,
    value: template,
    onChange: props.onChange,
    placeholder: placeholderOf(props),
    invalid: problem !== undefined,
    required: field.required,
    describedBy: props.describedBy,
    focusAtOnce: props.focusAtOnce,
  };
  switch (field.control) {
    case 'select':
      return <ChoiceInput {...given} options={field.options ?? []} />;
    case 'toggle':
      return <ChoiceInput {...given} options={yesAndNo} />;
    case 'lookup':
      return <LookupInput {...given} {...{ field, node, inputs }} />;
    case 'flow':
      return <FlowInput {...given} field={field} />;
    case 'code':
      return <CodeInput {...given} />;
    default:
      return (
        <>
          <TemplateInput
            {...given}
            tall={tall.has(field.control)}
            mono={mono.has(field.control)}
            masked={field.control === 'secret'}
          />
          <TemplatePreview template={template} control={field.control} />
        </>
      );
  }
}

function placeholderOf({ field, value }: InputControlProps): string | undefined {
  if (value !== undefined)
    return field.canBeEmptied ? say('designer.settings.step.will-be-empty') : field.placeholder;
  if (field.placeholder !== undefined) return field.placeholder;
  if (field.canBeEmptied) return say('designer.settings.step.stays');
  switch (field.control) {
    case 'select':
    case 'lookup':
    case 'flow':
      return say('designer.settings.step.choose-or-pill');
    case 'toggle':
      return say('designer.settings.step.yes-no-or-pill');
    case 'date-time':
      return '2026-09-25T06:40Z';
    default:
      return undefined;
  }
}
