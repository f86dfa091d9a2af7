import { type ReactElement, type ReactNode, cloneElement, isValidElement } from 'react';
import type en from './en.json';
import { fillMessage } from './fill-message.ts';
import { type Part, readMessage } from './message.ts';
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
const read = new Map<string, readonly Part[]>();

/** A message in the language of the screens. */
export function say(key: WordKey, values?: Values): string {
  return filled(key, textOf(key) ?? key, values);
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
  const parts = partsOf(key, textOf(key) ?? key);
  const nodes = fillMessage<ReactNode>(parts, Object.fromEntries(entries), locale);
  return nodes.length > 1 ? nodes : nodes[0];
}

/**
 * A message that the language has only when it says otherwise than the server, which speaks English.
 *
 * @param path names, one below the other, in the language's part `server`
 */
export function sayOfServer(path: readonly string[], values?: Values): string | undefined {
  const found = wordsOfServer(...path);
  if (typeof found !== 'string') return undefined;
  return filled(`server ${path.join(' ')}`, found, values);
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

function filled(key: string, text: string, values: Values = {}): string {
  return fillMessage<never>(partsOf(key, text), values, locale).join('');
}

function partsOf(key: string, text: string): readonly Part[] {
  const known = read.get(key);
  if (known) return known;
  const parts = readMessage(text);
  read.set(key, parts);
  return parts;
}
