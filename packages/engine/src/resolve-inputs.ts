import {
  type FieldManifest,
  type InputValue,
  type Sources,
  type StepNode,
  type Template,
  type Values,
  escapePills,
  isEntries,
  isPerWay,
  isTemplate,
  resolveTemplate,
} from '@sluice/schema';

/** Replaces every pill in a node's inputs with the value it stands for in this run. */
export function resolveInputs(
  inputs: StepNode['inputs'],
  fields: Readonly<Record<string, FieldManifest>>,
  sources: Sources,
): Values {
  const resolved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    resolved[name] = resolveInput(value, fields[name]?.control ?? 'text', sources);
  }
  return resolved;
}

function resolveInput(
  value: InputValue,
  control: FieldManifest['control'],
  sources: Sources,
): unknown {
  const resolve = (template: Template) => resolveTemplate(template, sources.lookup);
  if (isTemplate(value)) {
    // "Set to empty" is a value of its own, unlike an input that was left out.
    return value.length === 0 ? null : resolve(escapePills(value, control, sources));
  }
  if (isEntries(value)) {
    return value.entries.map(({ id, name, value: written }) => ({
      id,
      name: resolve(name),
      value: resolve(written),
    }));
  }
  if (isPerWay(value)) {
    return value.perWay.map(({ id, name, values }) => ({
      id,
      name: resolve(name),
      values: values.map((way) => ({ ...way, value: resolve(way.value) })),
    }));
  }
  return value.sets.map(({ comparisons }) =>
    comparisons.map(({ id, left, operator, right }) => ({
      id,
      left: resolve(left),
      operator,
      right: resolve(right),
    })),
  );
}
