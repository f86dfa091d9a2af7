import { X } from 'lucide-react';
import type { Comparison, OperatorManifest, Template } from '@sluice/schema';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { say } from '../../../words/say.ts';
import { TemplateInput } from '../../mapping/TemplateInput.tsx';
import { TemplatePreview } from '../../mapping/TemplatePreview.tsx';

interface ComparisonLineProps {
  readonly comparison: Comparison;
  readonly operators: readonly OperatorManifest[];
  readonly words: {
    /** It follows another one that must hold as well. */
    readonly joined: boolean;
    /** Tells its inputs apart from those of other lines. */
    readonly suffix: string;
  };
  readonly focusAtOnce: boolean;
  readonly onChange: (comparison: Comparison) => void;
  /** Left out while there is nothing to remove. */
  readonly onRemove?: () => void;
}

/** One comparison: a value, what is asked about it, and the value it is compared with. */
export function ComparisonLine(props: ComparisonLineProps) {
  const { comparison, operators, words, focusAtOnce, onChange, onRemove } = props;
  const { suffix } = words;
  const operator = operators.find((each) => each.value === comparison.operator);
  return (
    <div className="grid grid-cols-[2rem_minmax(0,3fr)_minmax(0,2fr)_minmax(0,3fr)_2rem] items-start gap-2 max-[899px]:grid-cols-[2rem_minmax(0,1fr)_2rem] max-[899px]:[&>*:nth-child(n+3):nth-child(-n+4)]:col-start-2">
      <span className="pt-1.5 text-hint font-semibold text-muted">{words.joined && 'and'}</span>
      <Side
        label={say('designer.settings.step.conditions.value', { place: suffix })}
        template={comparison.left}
        focusAtOnce={focusAtOnce}
        onChange={(left) => onChange({ ...comparison, left })}
      />
      <Select
        label={say('designer.settings.step.conditions.comparison', { place: suffix })}
        hideLabel
        options={operators}
        value={operator?.value}
        onChange={(value) => onChange({ ...comparison, operator: value })}
      />
      {operator?.takesNothing ? (
        <span />
      ) : (
        <Side
          label={say('designer.settings.step.conditions.compared-with', { place: suffix })}
          template={comparison.right}
          onChange={(right) => onChange({ ...comparison, right })}
        />
      )}
      {onRemove && (
        <IconButton
          plain
          className="max-[899px]:col-start-3 max-[899px]:row-start-1"
          label={say('designer.settings.step.conditions.remove', { place: suffix })}
          icon={<X />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly template: Template;
  readonly focusAtOnce?: boolean;
  readonly onChange: (template: Template) => void;
}

function Side({ label, template, focusAtOnce = false, onChange }: SideProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <TemplateInput
        label={label}
        placeholder={say('designer.settings.step.conditions.placeholder')}
        value={template}
        focusAtOnce={focusAtOnce}
        onChange={onChange}
      />
      <TemplatePreview template={template} />
    </div>
  );
}
