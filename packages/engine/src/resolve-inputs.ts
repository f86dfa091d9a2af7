import {
  type FieldManifest,
  type InputValue,
  type Lookup,
  type StepNode,
  type Template,
  type Values,
  formatValue,
  isEntries,
  resolveTemplate,
  valueOf,
} from '@sluice/schema';

/** Replaces every pill in a step's inputs with the value it stands for in this run. */
export function resolveInputs(
  step: StepNode,
  fields: Readonly<Record<string, FieldManifest>>,
  sources: Sources,
): Values {
  return Object.fromEntries(
    Object.entries(step.inputs).map(([name, value]) => [
      name,
      resolveInput(value, fields[name]?.control === 'html', sources),
    ]),
  );
}

/** Where pills find their values. */
export interface Sources {
  readonly lookup: Lookup;
  /** Whether an output is HTML of its own, which an HTML input takes as it is. */
  readonly isHtml: (nodeId: string, output: string) => boolean;
}

function resolveInput(value: InputValue, html: boolean, sources: Sources): unknown {
  if (isEntries(value)) {
    return value.entries.map((entry) => ({
      id: entry.id,
      name: resolveTemplate(entry.name, sources.lookup),
      value: resolveTemplate(entry.value, sources.lookup),
    }));
  }
  // "Set to empty" is a value of its own, unlike an input that was left out.
  if (value.length === 0) return null;
  return resolveTemplate(html ? escapePills(value, sources) : value, sources.lookup);
}

/** Turns each pill of an HTML input into its escaped text, so that a payload cannot bring markup. */
function escapePills(template: Template, { lookup, isHtml }: Sources): Template {
  return template.map((part) => {
    if ('text' in part || isHtml(part.pill.nodeId, part.pill.output)) return part;
    const escaped = formatValue(valueOf(part.pill, lookup), [{ name: 'escape-html' }]);
    return { text: String(escaped) };
  });
}
