import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Words {
  readonly [name: string]: string | Words;
}

const read = (code: string) =>
  JSON.parse(
    readFileSync(new URL(`../../apps/web/src/words/${code}.json`, import.meta.url), 'utf8'),
  ) as Words;
const german = textsIn(read('de'));
const english = new Set([...textsIn(read('en'))].filter((text) => !german.has(text)));
/** Words that no German sentence has. */
const telling = /\b(the|and|of|is|are|this|that|with|not|you|your|to|from|for|by|it|has|have)\b/i;

/**
 * What a German page still says in English: a message of the English file, a text of the catalogue
 * as it is declared, or a sentence that no file has. What is in `code`,
 * samples of outputs, and what somebody wrote are data.
 */
export async function englishLeft(page: Page): Promise<string[]> {
  const { connectors } = await (await page.request.get('/api/v1/catalogue')).json();
  const declared = textsIn(connectors);
  const samples = samplesIn(connectors);
  const stored = await storedTexts(page);
  const shown = await page.evaluate(textsShown);
  return shown.filter((text) => {
    const said = stored.reduce((left, each) => left.replaceAll(each, ''), text);
    return (
      !german.has(text) &&
      !samples.some((sample) => text.includes(sample)) &&
      (english.has(text) || (said === text && declared.has(text)) || telling.test(said))
    );
  });
}

/** What people and other systems have brought in, which stays as they wrote it; longest first. */
async function storedTexts(page: Page): Promise<string[]> {
  const lists = ['flows', 'deleted-flows', 'connections', 'constants', 'runs', 'signals', 'audit'];
  const answers = await Promise.all(
    lists.map(async (list) => (await page.request.get(`/api/v1/${list}?limit=100`)).json()),
  );
  const texts = answers.flatMap(writtenTexts).filter((text) => text.length > 2);
  return [...new Set(texts)].toSorted((one, other) => other.length - one.length);
}

/** Names and the like within an answer; not what the server itself says there. */
function writtenTexts(answer: object): string[] {
  return Object.entries(answer).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return writtenTexts(value);
    const written = ['name', 'flowName', 'title', 'triggerName', 'subject', 'detail', 'value'];
    return typeof value === 'string' && written.includes(name) ? [value] : [];
  });
}

/** Every text in a file of words or a declaration, samples left out. */
function textsIn(tree: object): Set<string> {
  return new Set(
    Object.entries(tree).flatMap(([name, below]) => {
      if (['sample', 'samples', 'icon', 'type', 'id', 'value', 'kind'].includes(name)) return [];
      if (typeof below === 'string') return [below];
      return typeof below === 'object' && below !== null ? [...textsIn(below)] : [];
    }),
  );
}

/** The sentences within samples of outputs and payloads. */
function samplesIn(tree: object, within = false): string[] {
  return Object.entries(tree).flatMap(([name, below]) => {
    const isSample = within || name === 'sample' || name === 'samples';
    if (typeof below === 'string') return isSample && below.includes(' ') ? [below] : [];
    return typeof below === 'object' && below !== null ? samplesIn(below, isSample) : [];
  });
}

/** Runs in the page: what can be read or heard there. */
function textsShown(): string[] {
  const found = new Set<string>([document.title]);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('code, pre, .font-mono, script, svg, noscript')) continue;
    if (!element.checkVisibility()) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
      const text = element.getAttribute(name)?.trim();
      if (text) found.add(text);
    }
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node.textContent?.trim() : undefined;
      if (text) found.add(text);
    }
  }
  return [...found].filter((text) => /\p{L}{2}/u.test(text));
}
