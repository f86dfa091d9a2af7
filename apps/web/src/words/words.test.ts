import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from './en.json';
import { type Messages, languages, loadMessages, nameOf } from './language.ts';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const keys = keysIn(en);

describe.each(languages)('%s', async (code) => {
  const { server: _server, ...words } = await loadMessages(code);

  test('says everything that English says, and nothing else', () => {
    expect(keysIn(words).toSorted()).toEqual(keys.toSorted());
  });

  test('has the placeholders and the elements of English in every message', () => {
    for (const key of keys) {
      expect([key, namesIn(textAt(words, key), code)]).toEqual([
        key,
        namesIn(textAt(en, key), 'en'),
      ]);
    }
  });

  test('has a name of its own', () => {
    expect(nameOf(code)).not.toBe(code);
  });
});

test('every message is used', () => {
  const source = Object.values(sources).join('\n');
  // A key may be put together: `runs.status.${status}` uses all that begin so.
  const beginnings = [...source.matchAll(/`([a-z][a-z.-]*[.-])\$\{/g)].map(
    (match) => match[1] ?? '',
  );
  const unused = keys.filter(
    (key) => !source.includes(`'${key}'`) && !beginnings.some((each) => key.startsWith(each)),
  );
  expect(unused).toEqual([]);
});

test('whoever says a message fills in its placeholders, and no others', () => {
  const wrong = Object.entries(sources).flatMap(([path, source]) =>
    callsIn(source).flatMap(({ key, given }) => {
      const names = keys.includes(key) ? namesIn(textAt(en, key), 'en') : [];
      return String(names) === String(given) ? [] : [`${path}: ${key} takes ${String(names)}`];
    }),
  );
  expect(wrong).toEqual([]);
});

function keysIn(tree: Messages, above = ''): string[] {
  return Object.entries(tree).flatMap(([name, below]) =>
    typeof below === 'string' ? [above + name] : keysIn(below, `${above}${name}.`),
  );
}

function textAt(tree: Messages, key: string): string {
  let found: string | Messages | undefined = tree;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
  return typeof found === 'string' ? found : '';
}

/** The names of a message's placeholders and elements, in order, each once. */
function namesIn(text: string, code: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly Part[]) => {
    for (const part of parts) {
      // 0 is plain text and 7 the number within a plural; all else has a name.
      if (part.type !== 0 && part.type !== 7) names.add(part.value ?? '');
      visit(part.children ?? []);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(text, code).getAst() as unknown as readonly Part[]);
  return [...names].toSorted();
}

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly children?: readonly Part[];
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** Every call that names its message outright, with the names of the values it gives. */
function callsIn(source: string): { readonly key: string; readonly given: string[] }[] {
  return [...source.matchAll(/\bsay(?:Rich)?\(\s*'([^']+)'\s*(,\s*\{)?/g)].map((match) => ({
    key: match[1] ?? '',
    given: match[2] ? propertiesFrom(source, match.index + match[0].length) : [],
  }));
}

/** The names of an object literal's properties; `start` is just behind its opening brace. */
function propertiesFrom(source: string, start: number): string[] {
  let depth = 0;
  let outer = '';
  for (let at = start; depth >= 0 && at < source.length; at += 1) {
    const sign = source.charAt(at);
    if ('})]'.includes(sign)) depth -= 1;
    if (depth === 0) outer += sign;
    if ('{(['.includes(sign)) depth += 1;
  }
  return outer
    .split(',')
    .map((property) => /^\s*(\w+)/.exec(property)?.[1])
    .filter((name) => name !== undefined)
    .toSorted();
}
