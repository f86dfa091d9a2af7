import { readFile, readdir } from 'node:fs/promises';
import { catalogue } from '@sluice/connectors';
import { flowFileFaultWords, nextExit, problemWords } from '@sluice/schema';
import { describe, expect, test } from 'vitest';

/** A language's words, by name. */
interface Words {
  readonly [name: string]: string | Words;
}

const folder = new URL('../../../apps/web/src/words/', import.meta.url);
const files = (await readdir(folder)).filter((file) => /^\w+\.json$/.test(file));
// English is what the server speaks.
const languages = files.map((file) => file.replace('.json', '')).filter((code) => code !== 'en');

describe.each(languages)('%s', async (code) => {
  const file = JSON.parse(await readFile(new URL(`${code}.json`, folder), 'utf8')) as Words;
  const words = file['server'] as Words;

  test('says every text of the catalogue, and none that is not there', () => {
    expect(pathsOf(words['catalogue'] as Words).toSorted()).toEqual(
      textsOf(catalogue.connectors, 'connectors').toSorted(),
    );
  });

  test('has sentences only for what can still be said, with names that are in it', () => {
    const sentences = Object.entries(words['sentences'] as Words);
    const stale = sentences.filter(([english]) => !spoken.includes(nameless(english)));
    expect(stale.map(([english]) => english)).toEqual([]);
    for (const [english, said] of sentences) {
      expect(namesIn(english)).toEqual(expect.arrayContaining(namesIn(String(said))));
    }
  });

  test('says every problem of a drawing with the same names in it', () => {
    expect(namesByPath(words['problems'] as Words)).toEqual(
      namesByPath(
        Object.fromEntries(
          Object.entries(problemWords).map(([kind, { message, consequence, remedy }]) => [
            kind,
            { message, consequence, remedy },
          ]),
        ),
      ),
    );
  });

  test('says every refusal of a flow file with the same names in it', () => {
    expect(namesByPath(words['refusals'] as Words)).toEqual(
      namesByPath(
        Object.fromEntries(
          Object.entries(flowFileFaultWords).map(([kind, { message, remedy }]) => [
            kind,
            { message, remedy },
          ]),
        ),
      ),
    );
  });
});

function namesIn(text: string): string[] {
  return text.match(/\{\w+\}/g) ?? [];
}

/** The sources of everything that speaks to people through the API, names filled in left out. */
const spoken = await sourcesOf([
  'apps/server/src',
  'packages/connectors/src',
  'packages/engine/src',
  'packages/schema/src',
]);

async function sourcesOf(folders: readonly string[]): Promise<string> {
  const texts = folders.map(async (path) => {
    const folder = new URL(`../../../${path}/`, import.meta.url);
    const found = await readdir(folder, { recursive: true });
    const files = found.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    return await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  });
  return (await Promise.all(texts))
    .flat()
    .join('\n')
    .replaceAll(/\$\{[^{}]*\}/g, '{}')
    .replaceAll("\\'", "'")
    .replaceAll('\\"', '"');
}

function nameless(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '{}');
}

/** What of a declaration is read by a person, wherever it stands. */
const texts = new Set(['label', 'help', 'summary', 'placeholder', 'hint', 'title', 'text']);
/** What is data: samples, bodies, icons, and what an example or a new node fills in. */
const data = new Set(['sample', 'body', 'icon', 'lookup', 'lines', 'initial']);
/** Holds one thing per name, so that `label` there is a name. */
const named = new Set(['inputs', 'outputs', 'fields']);

/** The paths of all texts beneath a part of the catalogue, as the files of words spell them. */
function textsOf(part: unknown, name: string): string[] {
  if (Array.isArray(part)) {
    return part.flatMap((item: Item, index) =>
      typeof item !== 'object' || isNoWord(item, name)
        ? []
        : textsOf(item, '').map((path) => `${keyOf(item, index, name)}/${path}`),
    );
  }
  return Object.entries(part as object).flatMap(([key, below]: [string, unknown]) => {
    if (data.has(key) && !named.has(name)) return [];
    if (typeof below === 'object' && below !== null) {
      return textsOf(below, key).map((path) => `${key}/${path}`);
    }
    const isText = name === 'columns' ? key === 'name' || key === 'value' : texts.has(key);
    return typeof below === 'string' && isText && !named.has(name) ? [key] : [];
  });
}

interface Item {
  readonly id?: string;
  readonly type?: string;
  readonly value?: string;
  readonly label?: string;
}

/** Options that are called what they are, such as time zones, and the exit that all share. */
function isNoWord({ id, value, label }: Item, list: string): boolean {
  return (
    (list === 'options' && label === value) ||
    (list === 'fixed' && id === nextExit.id && label === nextExit.label)
  );
}

function keyOf({ id, type, value }: Item, index: number, list: string): string {
  if (list === 'options' || list === 'operators') return String(value);
  return type?.includes('.') ? type.slice(type.indexOf('.') + 1) : (id ?? String(index));
}

function pathsOf(words: Words): string[] {
  return Object.entries(words).flatMap(([name, below]) =>
    typeof below === 'string' ? [name] : pathsOf(below).map((path) => `${name}/${path}`),
  );
}

function namesByPath(words: Words): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([kind, below]) =>
      Object.entries(below).map(([part, text]) => [
        `${kind} ${part}`,
        [...new Set(String(text).match(/\{\w+\}/g))].toSorted(),
      ]),
    ),
  );
}
