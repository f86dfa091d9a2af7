import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  localStorage.clear();
  vi.resetModules();
});

/** The language is chosen when the words are first asked for. */
async function sentencesIn(language: string): Promise<(text: string) => string> {
  localStorage.setItem('sluice.language', language);
  vi.resetModules();
  return (await import('./say-sentence.ts')).saySentence;
}

test('a sentence of the server is said in the language of the screens', async () => {
  const saySentence = await sentencesIn('de');

  expect(saySentence('The flow is switched off.')).toBe('Der Flow ist ausgeschaltet.');
  expect(saySentence('Created ticket 4711.')).toBe('Ticket 4711 angelegt.');
});

test('several sentences are said one by one, and what nobody translated stays', async () => {
  const saySentence = await sentencesIn('de');

  expect(saySentence('It failed. Check the Resource Server. Mind the gap.')).toBe(
    'Er ist fehlgeschlagen. Prüfen Sie den Ressourcenserver. Mind the gap.',
  );
  expect(saySentence('Mind the gap.')).toBe('Mind the gap.');
});

test('a name within a sentence is not looked at for further names', async () => {
  const saySentence = await sentencesIn('de');

  expect(saySentence('There is already a constant “{name}”. Choose another name.')).toContain(
    '„{name}“',
  );
});

test('English is said as it came', async () => {
  const saySentence = await sentencesIn('en');

  expect(saySentence('The flow is switched off.')).toBe('The flow is switched off.');
});
