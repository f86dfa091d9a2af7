import type { Part } from './message.ts';

/** What stands in for placeholders; a function for an element, which is handed what it encloses. */
export type Fillings<Node> = Readonly<
  Record<string, string | number | ((inside: readonly (string | Node)[]) => Node)>
>;

/** A message with its values, as a language writes them. Throws when one is missing. */
export function fillMessage<Node>(
  parts: readonly Part[],
  values: Fillings<Node>,
  locale: string,
): readonly (string | Node)[] {
  const filled: (string | Node)[] = [];
  for (const part of parts) {
    const pieces = typeof part === 'string' ? [part] : fillPart(part, values, locale);
    for (const piece of pieces) {
      const last = filled.at(-1);
      // Text stays in one piece, as if it had been written so.
      if (typeof piece === 'string' && typeof last === 'string') filled.splice(-1, 1, last + piece);
      else filled.push(piece);
    }
  }
  return filled;
}

function fillPart<Node>(
  part: Exclude<Part, string>,
  values: Fillings<Node>,
  locale: string,
): readonly (string | Node)[] {
  const value = values[part.name];
  if (part.kind === 'element') {
    if (typeof value !== 'function') throw new Error(`The message lacks <${part.name}>.`);
    return [value(fillMessage(part.inside, values, locale))];
  }
  if (value === undefined || typeof value === 'function')
    throw new Error(`The message lacks {${part.name}}.`);
  switch (part.kind) {
    case 'value':
      return [String(value)];
    case 'count':
      return [numberIn(locale, '').format(Number(value))];
    case 'number':
      return [numberIn(locale, part.style).format(Number(value))];
    case 'plural': {
      const form = new Intl.PluralRules(locale).select(Number(value));
      const { options } = part;
      const chosen = options.get(`=${value}`) ?? options.get(form) ?? options.get('other');
      return fillMessage(chosen ?? [], values, locale);
    }
    case 'select':
      return fillMessage(
        part.options.get(String(value)) ?? part.options.get('other') ?? [],
        values,
        locale,
      );
  }
}

/** `::.0`: that many digits behind the point; `::.0#`: one more where there is one. */
function numberIn(locale: string, style: string): Intl.NumberFormat {
  if (style === '') return new Intl.NumberFormat(locale);
  const [, always, atMost] = /^::\.(0*)(#*)$/.exec(style) ?? [];
  if (always === undefined) throw new Error(`No number is written as ${style}.`);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: always.length,
    maximumFractionDigits: always.length + (atMost?.length ?? 0),
  });
}
