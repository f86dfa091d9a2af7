import { type ReactElement, type ReactNode, cloneElement, isValidElement } from 'react';
import { IntlMessageFormat } from 'intl-messageformat';
import type en from './en.json';
import { type Messages, language, loadMessages, locale } from './language.ts';

/** The name of every message, such as `signals.title`. One that is not there does not compile. */
export type WordKey = KeysOf<typeof en>;

type KeysOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${KeysOf<Tree[Name]>}`;
}[keyof Tree & string];

/** What stands in for a message's placeholders. */
export type Values = Readonly<Record<string, string | number>>;

// Whatever imports this waits until the words are there, so they can be said anywhere.
const messages: Messages = await loadMessages(language);
const formats = new Map<string, IntlMessageFormat>();

/** A message in the language of the screens. */
export function say(key: WordKey, values?: Values): string {
  return String(formatOf(key, textOf(key) ?? key).format(values));
}

/**
 * The same with elements: `<code>…</code>` in the message becomes the element of that name, around
 * what it encloses.
 */
export function sayRich(
  key: WordKey,
  values: Readonly<Record<string, ReactElement | string | number>>,
): ReactNode {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    isValidElement(value)
      ? (children: readonly ReactNode[]) => cloneElement(value, { key: name }, ...children)
      : value,
  ]);
  return formatOf(key, textOf(key) ?? key).format<ReactNode>(Object.fromEntries(entries));
}

/**
 * A message that the language has only when it says otherwise than the server, which speaks English.
 *
 * @param path names, one below the other, in the language's part `server`
 */
export function sayOfServer(path: readonly string[], values?: Values): string | undefined {
  const found = wordsOfServer(...path);
  if (typeof found !== 'string') return undefined;
  return String(formatOf(`server ${path.join(' ')}`, found).format(values));
}

/** The words that the language has in its part `server`, as they stand in its file. */
export function wordsOfServer(...path: readonly string[]): string | Messages | undefined {
  let found: string | Messages | undefined = messages['server'];
  for (const name of path) {
    found = typeof found === 'object' && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

function textOf(key: string): string | undefined {
  let found: string | Messages | undefined = messages;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function formatOf(key: string, text: string): IntlMessageFormat {
  const known = formats.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(text, locale);
  formats.set(key, format);
  return format;
}
