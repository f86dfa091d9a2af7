import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the database’s thread loads little: what it loads is in memory a second time', () => {
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const load = (url: URL) => {
    if (loaded.has(url.href)) return;
    loaded.add(url.href);
    const source = readFileSync(url, 'utf8');
    for (const [, from = ''] of source.matchAll(
      /^(?:import|export) (?!type )[^;]*?from '(.+?)';/gm,
    )) {
      if (from.startsWith('.')) load(new URL(from, url));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  load(new URL('./sqlite-thread.ts', import.meta.url));

  expect([...packages]).toEqual(['libsql']);
});
