import {
  CONSTANTS,
  type FieldControl,
  type Template,
  escapePills,
  resolveTemplate,
} from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { KnownValues } from './known-values.ts';
import { type MappingSource, useMapping } from './mapping.ts';
import { valueText } from './value-text.ts';

interface TemplatePreviewProps {
  readonly template: Template;
  /** Whose language the pills are written in, where it has one. */
  readonly control?: FieldControl;
  /** What the resolved value is called, such as the label of an id. */
  readonly nameOf?: ((value: unknown) => string | undefined) | undefined;
}

const CUT_AT = 140;
/** Tells nothing of a secret, not even how long it is. */
const MASK = '••••••••';
/** People read what HTML says, not how it is escaped. */
const isHtml = () => true;

/** What an input will become with the values known now. Plain text needs no preview. */
export function TemplatePreview({ template, control = 'text', nameOf }: TemplatePreviewProps) {
  const { lookup, sources } = useMapping();
  if (!template.some((part) => 'pill' in part)) return null;
  const value = resolveTemplate(escapePills(template, control, { lookup, isHtml }), lookup);
  const name = nameOf?.(value);
  const isSecret = control === 'secret';
  const text = isSecret ? MASK : valueText(value, CUT_AT);
  const origin = leastReal(template, sources);
  return (
    <p
      className="flex gap-1.5 text-hint text-muted"
      title={isSecret ? undefined : valueText(value, 2000)}
    >
      <span aria-hidden className="text-faint">
        ↳
      </span>
      <span className="sr-only">{say('designer.mapping.becomes')}</span>
      <span className="min-w-0 break-words">
        {name === undefined || name === text ? text : `${text} · ${name}`}
        {text === '—' && ` ${say('designer.mapping.becomes-empty')}`}
      </span>
      {origin !== undefined && (
        <span className="ml-auto shrink-0 pl-2 text-faint">
          {say(`designer.mapping.origin.${origin}`)}
        </span>
      )}
    </p>
  );
}

/** Where the values are from; of several places the least real one, so that none is taken for more. */
function leastReal(
  template: Template,
  sources: readonly MappingSource[],
): KnownValues['origin'] | undefined {
  const found = template.flatMap((part) =>
    'pill' in part && part.pill.nodeId !== CONSTANTS
      ? (sources.find(({ nodeId }) => nodeId === part.pill.nodeId)?.origin ?? [])
      : [],
  );
  return (['sample', 'signal', 'run', 'pinned'] as const).find((origin) => found.includes(origin));
}
