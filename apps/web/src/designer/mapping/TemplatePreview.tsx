import { type Template, resolveTemplate } from '@sluice/schema';
import { useMapping } from './mapping.ts';
import { valueText } from './value-text.ts';

interface TemplatePreviewProps {
  readonly template: Template;
  /** What the resolved value is called, such as the label of an id. */
  readonly nameOf?: ((value: unknown) => string | undefined) | undefined;
}

const CUT_AT = 140;

/** What an input will become with the values known now. Plain text needs no preview. */
export function TemplatePreview({ template, nameOf }: TemplatePreviewProps) {
  const { lookup } = useMapping();
  if (!template.some((part) => 'pill' in part)) return null;
  const value = resolveTemplate(template, lookup);
  const name = nameOf?.(value);
  const text = valueText(value, CUT_AT);
  return (
    <p className="flex gap-1.5 text-hint text-muted" title={valueText(value, 2000)}>
      <span aria-hidden className="text-faint">
        ↳
      </span>
      <span className="sr-only">Becomes</span>
      <span className="min-w-0 break-words">
        {name === undefined || name === text ? text : `${text} · ${name}`}
        {text === '—' && ' empty with the values known now'}
      </span>
    </p>
  );
}
