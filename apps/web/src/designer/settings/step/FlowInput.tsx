import type { FieldManifest } from '@sluice/schema';
import { useCallableFlows, useFlows } from '../../../api/flows.ts';
import { say } from '../../../words/say.ts';
import type { TemplateInputProps } from '../../mapping/TemplateInput.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { plainText } from './plain-text.ts';

interface FlowInputProps extends Omit<TemplateInputProps, 'choiceList'> {
  readonly field: FieldManifest;
}

/** One of the flows of this server, by name. */
export function FlowInput({ field, ...input }: FlowInputProps) {
  const callable = field.flows === 'callable';
  const all = useFlows({ enabled: !callable });
  const ready = useCallableFlows({ enabled: callable });
  const { data = [], error, isPending } = callable ? ready : all;
  const known = data.map(({ id, name }) => ({ value: id, label: name }));
  const typed = plainText(input.value) ?? '';
  const isChosen = known.some((option) => option.value === typed);
  const words = isChosen ? '' : typed.trim().toLowerCase();
  return (
    <ChoiceBox
      {...input}
      hidesValue
      known={known}
      options={known.filter((option) => option.label.toLowerCase().includes(words))}
      emptyText={error?.message ?? emptyText(isPending, callable && known.length === 0)}
    />
  );
}

function emptyText(isPending: boolean, noneCallable: boolean): string {
  if (isPending) return say('designer.settings.step.asking');
  if (noneCallable) return say('designer.settings.step.no-callable');
  return say('designer.settings.step.no-such-flow');
}
