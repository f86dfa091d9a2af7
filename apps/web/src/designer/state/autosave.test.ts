import type { Flow, FlowDetail } from '@sluice/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SaveOutcome, startAutosave } from './autosave.ts';
import { createFlowDocument } from './flow-document.ts';
import { readLocalCopy } from './read-local-copy.ts';
import { recoverDraft } from './recover-draft.ts';
import { createSaving } from './saving.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a burst of edits is saved once, whole, a moment after the last', async () => {
  const page = openPage();
  page.rename('A');
  page.rename('B');
  page.rename('C');

  await vi.advanceTimersByTimeAsync(599);
  expect(page.puts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect(page.puts).toEqual([{ name: 'C', version: 1 }]);
  expect(page.saving.getState()).toMatchObject({ phase: 'saved', version: 2 });
});

test('two saves are never on their way at once; what was edited meanwhile is saved next', async () => {
  const page = openPage();
  const slow = page.holdNext();
  page.rename('first');
  await vi.advanceTimersByTimeAsync(600);

  page.rename('second');
  await vi.advanceTimersByTimeAsync(5000);
  expect(page.puts).toEqual([{ name: 'first', version: 1 }]);
  expect(page.saving.getState().phase).toBe('saving');

  slow.release();
  await vi.advanceTimersByTimeAsync(600);
  expect(page.puts.at(-1)).toEqual({ name: 'second', version: 2 });
  expect(page.saving.getState().phase).toBe('saved');
});

test('undoing back to what is saved leaves nothing to save', async () => {
  const page = openPage();
  page.rename('A');
  page.document.getState().undo();
  await vi.advanceTimersByTimeAsync(5000);

  expect(page.puts).toEqual([]);
  expect(page.saving.getState().phase).toBe('saved');
});

test('the browser keeps the draft until the server has it', async () => {
  const page = openPage();
  page.rename('Kept');
  expect(readLocalCopy(page.store, 'flow')).toMatchObject({ name: 'Kept', version: 1 });

  await vi.advanceTimersByTimeAsync(600);
  expect(readLocalCopy(page.store, 'flow')).toBeUndefined();
});

test('while the server cannot be reached, saving is tried again until it works', async () => {
  const page = openPage();
  page.answers.push({ outcome: 'unreachable', reason: 'Offline' });
  page.answers.push({ outcome: 'unreachable', reason: 'Offline' });
  page.rename('Later');

  await vi.advanceTimersByTimeAsync(600);
  expect(page.saving.getState()).toMatchObject({ phase: 'unreachable', reason: 'Offline' });
  await vi.advanceTimersByTimeAsync(6000);

  expect(page.puts).toHaveLength(3);
  expect(page.saving.getState().phase).toBe('saved');
});

test('a draft that somebody else saved first is not overwritten, and waits for a choice', async () => {
  const page = openPage();
  page.answers.push({ outcome: 'conflict', theirs: { ...opened, name: 'Theirs', version: 5 } });
  page.rename('Mine');
  await vi.advanceTimersByTimeAsync(600);
  page.rename('Mine still');
  await vi.advanceTimersByTimeAsync(60_000);

  expect(page.puts).toHaveLength(1);
  expect(page.saving.getState()).toMatchObject({ phase: 'conflict', version: 1 });
  expect(page.document.getState().flow.name).toBe('Mine still');
});

test('choosing mine saves over their version', async () => {
  const page = openPage();
  page.answers.push({ outcome: 'conflict', theirs: { ...opened, name: 'Theirs', version: 5 } });
  page.rename('Mine');
  await vi.advanceTimersByTimeAsync(600);

  expect(await page.autosave.keepMine()).toBe(true);
  expect(page.puts.at(-1)).toEqual({ name: 'Mine', version: 5 });
  expect(page.saving.getState()).toMatchObject({ phase: 'saved', version: 6 });
});

test('choosing theirs shows it and saves nothing', async () => {
  const page = openPage();
  page.answers.push({ outcome: 'conflict', theirs: { ...opened, name: 'Theirs', version: 5 } });
  page.rename('Mine');
  await vi.advanceTimersByTimeAsync(600);

  page.autosave.takeTheirs(page.saving.getState().theirs!);
  await vi.advanceTimersByTimeAsync(5000);

  expect(page.document.getState().flow.name).toBe('Theirs');
  expect(page.saving.getState()).toMatchObject({ phase: 'saved', version: 5 });
  expect(page.puts).toHaveLength(1);
});

test('a draft left unsaved by a crash comes back and is saved', async () => {
  const crashed = openPage();
  crashed.rename('Unsaved');
  crashed.autosave.stop();

  const reopened = openPage(crashed.store);
  expect(recoverDraft(opened, reopened, reopened.store)).toBe('recovered');
  await vi.advanceTimersByTimeAsync(600);

  expect(reopened.document.getState().flow.name).toBe('Unsaved');
  expect(reopened.puts).toEqual([{ name: 'Unsaved', version: 1 }]);
});

test('a draft left by a crash does not overwrite what was saved since, however often the page is opened', async () => {
  const crashed = openPage();
  crashed.rename('Unsaved');
  crashed.autosave.stop();
  const since = { ...opened, name: 'Since', version: 2 };

  for (const store of [crashed.store, crashed.store]) {
    const reopened = openPage(store, since);
    expect(recoverDraft(since, reopened, store)).toBe('conflict');
    await vi.advanceTimersByTimeAsync(5000);
    expect(reopened.puts).toEqual([]);
    reopened.autosave.stop();
  }
});

test('a save whose answer was lost in a crash is no conflict', () => {
  const crashed = openPage();
  crashed.rename('Saved');
  crashed.autosave.stop();
  const saved = { ...opened, name: 'Saved', version: 2 };

  const reopened = openPage(crashed.store, saved);
  expect(recoverDraft(saved, reopened, crashed.store)).toBe('nothing');
  expect(readLocalCopy(crashed.store, 'flow')).toBeUndefined();
});

const opened: FlowDetail = {
  id: 'flow',
  name: 'Test',
  enabled: true,
  version: 1,
  nodes: [],
  edges: [],
  updatedAt: '2026-01-01T00:00:00Z',
  tags: [],
};

function openPage(store = memoryStore(), flow = opened) {
  const document = createFlowDocument(flow);
  const saving = createSaving(flow);
  const puts: { name: string; version: number }[] = [];
  const answers: SaveOutcome[] = [];
  let gate = Promise.resolve();

  async function put(sent: Flow, version: number): Promise<SaveOutcome> {
    puts.push({ name: sent.name, version });
    await gate;
    return (
      answers.shift() ?? { outcome: 'saved', version: version + 1, at: '2026-01-01T00:00:01Z' }
    );
  }

  return {
    document,
    saving,
    store,
    puts,
    answers,
    autosave: startAutosave(document, saving, { put, store }),
    rename: (name: string) => document.getState().edit({ edit: 'rename', name }),
    holdNext() {
      let release = () => {};
      gate = new Promise((resolve) => (release = resolve));
      return { release: () => release() };
    },
  };
}

function memoryStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
