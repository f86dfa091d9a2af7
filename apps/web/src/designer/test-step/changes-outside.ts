import { type Catalogue, type StepNode, asText, isTemplate, manifestIndex } from '@sluice/schema';

/** Whether a step changes anything outside of its run, as far as what is typed in it says. */
export function changesOutside(step: StepNode, catalogue: Catalogue): boolean {
  const manifest = manifestIndex(catalogue).steps.get(step.type);
  const changes = manifest?.changes ?? true;
  if (typeof changes === 'boolean') return changes;
  const { input, isOneOf } = changes.unless;
  const value = step.inputs[input];
  const text =
    value && isTemplate(value)
      ? value.map((part) => ('text' in part ? part.text : '?')).join('')
      : asText(manifest?.inputs[input]?.initial);
  return !isOneOf.includes(text.trim().toUpperCase());
}
