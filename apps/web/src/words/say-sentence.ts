import { wordsOfServer } from './say.ts';

interface Pattern {
  readonly shape: RegExp;
  readonly names: readonly string[];
  readonly words: string;
}

const sentences = wordsOfServer('sentences');
const known = typeof sentences === 'object' ? sentences : {};
// What says most of its own is looked at first: a shorter one may fit as well.
const patterns = Object.entries(known)
  .filter(([english]) => english.includes('{'))
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([english, words]) => patternOf(english, String(words)));

/**
 * What the server, a step or a connector said, in the language of the screens. They speak English; a
 * language's file has the sentences that are seen most, `{name}` for what differs. Where it has
 * none, the text stays as it came.
 */
export function saySentence(text: string): string {
  return sentence(text) ?? severalSentences(text) ?? text;
}

function sentence(text: string): string | undefined {
  const found = Object.hasOwn(known, text) ? known[text] : undefined;
  if (typeof found === 'string') return found;
  for (const { shape, names, words } of patterns) {
    const match = shape.exec(text);
    if (match) return filledIn(words, names, match);
  }
  return undefined;
}

/** A message is often told together with what to do about it. */
function severalSentences(text: string): string | undefined {
  for (const { index } of text.matchAll(/[.!?] (?=\S)/g)) {
    const first = sentence(text.slice(0, index + 1));
    if (first !== undefined) return `${first} ${saySentence(text.slice(index + 2))}`;
  }
  return undefined;
}

function patternOf(english: string, words: string): Pattern {
  const names = [...english.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const literal = english
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { shape: new RegExp(`^${literal.join('(.*?)')}$`, 's'), names, words };
}

/** What comes from the sentence is never looked at again. */
function filledIn(words: string, names: readonly string[], match: RegExpExecArray): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    return match[names.indexOf(name) + 1] ?? whole;
  });
}
