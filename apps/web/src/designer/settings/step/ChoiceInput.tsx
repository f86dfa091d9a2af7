import type { FieldOption } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import type { TemplateInputProps } from '../../mapping/TemplateInput.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { plainText } from './plain-text.ts';

interface ChoiceInputProps extends Omit<TemplateInputProps, 'choiceList'> {
  readonly options: readonly FieldOption[];
}

/** One of a fixed list, or a pill. */
export function ChoiceInput({ options, ...input }: ChoiceInputProps) {
  const typed = plainText(input.value) ?? '';
  const isChosen = options.some((option) => option.value === typed);
  const words = isChosen ? '' : typed.trim().toLowerCase();
  return (
    <ChoiceBox
      {...input}
      hidesValue
      known={options}
      options={options.filter((option) => option.label.toLowerCase().includes(words))}
      emptyText={say('designer.settings.step.not-in-list')}
    />
  );
}
