import { type FieldControl, type Template, escapePills, resolveTemplate } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { useMapping } from './mapping.ts';
import { valueText } from './value-text.ts';

interface TemplatePreviewProps {
  readonly template: Template;
  /** Whose language the pills are written in, where it has one. */
  readonly control?: FieldControl;
  /** What the resolved value is called, such as the label of an id. */
  readonly nameOf?: ((value: unknown) => string | undefined) | undefined;
}

const CUT_AT = 140;
/** People read what HTML says, not how it is escaped. */
const isHtml = () => true;

/** What an input will become with the values known now. Plain text needs no preview. */
export function TemplatePreview({ template, control = 'text', nameOf }: TemplatePreviewProps) {
  const { lookup } = useMapping();
  if (!template.some((part) => 'pill' in part)) return null;
  const value = resolveTemplate(escapePills(template, control, { lookup, isHtml }), lookup);
  const name = nameOf?.(value);
  const text = valueText(value, CUT_AT);
  return (
    <p className="flex gap-1.5 text-hint text-muted" title={valueText(value, 2000)}>
      <span aria-hidden className="text-faint">
        ↳
      </span>
      <span className="sr-only">{say('designer.mapping.becomes')}</span>
      <span className="min-w-0 break-words">
        {name === undefined || name === text ? text : `${text} · ${name}`}
        {text === '—' && ` ${say('designer.mapping.becomes-empty')}`}
      </span>
    </p>
  );
}
