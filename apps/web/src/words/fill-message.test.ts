import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { fillMessage } from './fill-message.ts';
import { type Messages, languages, loadMessages } from './language.ts';
import { type Part, readMessage } from './message.ts';

describe.each(languages)('%s', async (code) => {
  const { server, ...words } = await loadMessages(code);
  // These two are no messages but plain text.
  const { sentences: _said, catalogue: _shown, ...ofServer } = (server ?? {}) as Messages;

  test('every message reads as the reference implementation of ICU makes it', () => {
    for (const text of [...textsIn(words), ...textsIn(ofServer)]) {
      const parts = readMessage(text);
      const reference = new IntlMessageFormat(text, code);
      const elements = Object.fromEntries(elementsIn(parts).map((name) => [name, drawn(name)]));
      const names = namesIn(parts);
      const tried = names.length === 0 ? [0] : [0, 1, 2, 1234.5, 'one', ...optionsIn(parts)];
      for (const value of tried) {
        const values = { ...Object.fromEntries(names.map((name) => [name, value])), ...elements };
        expect(fillMessage(parts, values, code).join('')).toBe(
          [reference.format(values)].flat().join(''),
        );
      }
    }
  });
});

test('quotes keep as text what would mean something', () => {
  expect(said("It's '{'here'}', and ''so'' on", {})).toBe("It's {here}, and 'so' on");
});

test('a plural takes an exact number before its form, and # is that number', () => {
  const text = '{n, plural, =0 {none} one {# run} other {# runs}}';
  expect([0, 1, 1234].map((n) => said(text, { n }))).toEqual(['none', '1 run', '1,234 runs']);
});

test('what a message lacks, and what is no message, is an error', () => {
  expect(() => said('{name}', {})).toThrow('lacks {name}');
  expect(() => readMessage('{name')).toThrow();
  expect(() => readMessage('name}')).toThrow('not opened');
  expect(() => readMessage('{n, plural, one {x}')).toThrow();
});

function said(text: string, values: Readonly<Record<string, string | number>>): string {
  return fillMessage<never>(readMessage(text), values, 'en').join('');
}

function drawn(name: string) {
  return (inside: readonly unknown[]) => `[${name} ${inside.join('')}]`;
}

function textsIn(tree: Messages): string[] {
  return Object.values(tree).flatMap((each) => (typeof each === 'string' ? [each] : textsIn(each)));
}

function all(parts: readonly Part[]): Exclude<Part, string>[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    if (part.kind === 'element') return [part, ...all(part.inside)];
    return 'options' in part ? [part, ...[...part.options.values()].flatMap(all)] : [part];
  });
}

function namesIn(parts: readonly Part[]): string[] {
  return all(parts).flatMap((part) => (part.kind === 'element' ? [] : [part.name]));
}

function elementsIn(parts: readonly Part[]): string[] {
  return all(parts).flatMap((part) => (part.kind === 'element' ? [part.name] : []));
}

function optionsIn(parts: readonly Part[]): string[] {
  return all(parts).flatMap((part) => (part.kind === 'select' ? [...part.options.keys()] : []));
}
