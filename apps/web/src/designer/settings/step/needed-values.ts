import type { FieldManifest } from '@sluice/schema';
import type { FormNode } from './form-node.ts';
import { plainText } from './plain-text.ts';

/**
 * What a list depends on: the typed values of the inputs it needs, and the labels of those that
 * are empty. One that holds a pill is neither, for its value is known only when the flow runs.
 */
export function neededValues(
  field: FieldManifest,
  node: Pick<FormNode, 'inputs'>,
  inputs: Readonly<Record<string, FieldManifest>>,
): { readonly values: Readonly<Record<string, string>>; readonly missing: readonly string[] } {
  const needs = field.lookup?.needs ?? [];
  const typed = needs.map((name) => [name, plainText(node.inputs[name])?.trim()] as const);
  return {
    values: Object.fromEntries(
      typed.filter((each): each is readonly [string, string] => Boolean(each[1])),
    ),
    missing: typed.flatMap(([name, text]) => (text === '' ? [inputs[name]?.label ?? name] : [])),
  };
}
