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
 * as it is declared, or a sentence that no file has. What is in `code`, and
 * samples of outputs, are data.
 */
export async function englishLeft(page: Page): Promise<string[]> {
  const { connectors } = await (await page.request.get('/api/v1/catalogue')).json();
  const declared = textsIn(connectors);
  const samples = samplesIn(connectors);
  const shown = await page.evaluate(textsShown);
  return shown.filter(
    (text) =>
      !german.has(text) &&
      !samples.some((sample) => text.includes(sample)) &&
      (english.has(text) || declared.has(text) || telling.test(text)),
  );
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
