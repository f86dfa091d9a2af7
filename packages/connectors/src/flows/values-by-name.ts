import { type NameValue, StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';

/** The lines of an input as one object. A name that comes twice fails the step. */
export function valuesByName(lines: readonly NameValue[], input = 'inputs'): Values {
  const names = new Set<string>();
  for (const { name } of lines) {
    if (names.has(name)) {
      throw new StepError({
        code: 'invalid-input',
        message: `Two inputs are called “${name}”.`,
        hint: 'Give each line a name of its own.',
        input,
      });
    }
    names.add(name);
  }
  return Object.fromEntries(lines.map(({ name, value }) => [name, value ?? null]));
}
