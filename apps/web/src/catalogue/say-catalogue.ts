import { type Catalogue, type Exit, nextExit } from '@sluice/schema';
import type { Messages } from '../words/language.ts';
import { say, wordsOfServer } from '../words/say.ts';

/**
 * The catalogue in the language of the screens. A language's words for it are shaped as it is:
 * under a connector's id, `steps`, then the second part of a step's type, `inputs`, and so on. What
 * the language leaves out stays as the connector declares it, in English.
 */
export function sayCatalogue({ connectors }: Catalogue): Catalogue {
  return { connectors: inWords(connectors, wordsOfServer('catalogue')) };
}

function inWords<Value>(value: Value, words: string | Messages | undefined, name = ''): Value {
  if (name === 'fixed' && isExits(value)) return withNext(value, words) as Value;
  if (words === undefined || value === null) return value;
  if (typeof value === 'string') return (typeof words === 'string' ? words : value) as Value;
  if (typeof value !== 'object' || typeof words === 'string') return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      inWords(item, at(words, keyOf(item, index, name))),
    ) as Value;
  }
  const entries = Object.entries(value).map(([key, below]) => [
    key,
    inWords(below as unknown, at(words, key), key),
  ]);
  return Object.fromEntries(entries) as Value;
}

/** The one way out that most steps share is declared once for all of them. */
function withNext(exits: readonly Exit[], words: string | Messages | undefined): readonly Exit[] {
  return exits.map((exit) => {
    if (exit.id === nextExit.id && exit.label === nextExit.label) {
      return { ...exit, label: say('catalogue.exits.next') };
    }
    return typeof words === 'object' ? inWords(exit, at(words, exit.id)) : exit;
  });
}

function isExits(value: unknown): value is readonly Exit[] {
  return Array.isArray(value);
}

/** Items of a list are known by what tells them apart; those without a name, by their position. */
function keyOf(item: unknown, index: number, list: string): string {
  const { id, type, value } = item as { id?: unknown; type?: unknown; value?: unknown };
  if (list === 'options' || list === 'operators') return String(value);
  if (typeof type === 'string' && type.includes('.')) return type.slice(type.indexOf('.') + 1);
  return typeof id === 'string' ? id : String(index);
}

function at(words: Messages, key: string): string | Messages | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
