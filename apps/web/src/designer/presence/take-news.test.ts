import { type FlowDetail, manifestIndex } from '@sluice/schema';
import { expect, test, vi } from 'vitest';
import { createDesigner } from '../state/designer.ts';
import { startTakingNews } from './take-news.ts';

test('what somebody else saved is shown at once when there are no changes here', async () => {
  const page = openPage();
  page.taking.hear(page.news(2));
  await settled();
  expect(page.taken).toEqual([2]);
  expect(page.designer.presence.getState().news).toBeUndefined();
});

test('news of this page’s own version is no news', async () => {
  const page = openPage();
  page.taking.hear(page.news(1));
  await settled();
  expect(page.taken).toEqual([]);
});

test('news that comes while this page is saving waits for what becomes of it', async () => {
  const page = openPage();
  page.designer.saving.setState({ phase: 'saving' });
  page.taking.hear(page.news(2));
  await settled();
  expect(page.taken).toEqual([]);
  page.designer.saving.setState({ phase: 'saved', version: 2 });
  await settled();
  expect(page.taken).toEqual([]);
  expect(page.designer.presence.getState().news).toBeUndefined();
});

test('with changes here, or a form open, the news is kept as a hint', async () => {
  const page = openPage();
  page.designer.saving.setState({ phase: 'unreachable' });
  page.taking.hear(page.news(2));
  await settled();
  expect(page.designer.presence.getState().news?.version).toBe(2);
  page.designer.screen.getState().openSettings('a');
  page.designer.saving.setState({ phase: 'saved' });
  await settled();
  expect(page.taken).toEqual([]);
  page.designer.screen.getState().close();
  await settled();
  expect(page.taken).toEqual([2]);
});

test('what is begun while the newer version is read is not thrown away', async () => {
  const page = openPage();
  page.taking.hear(page.news(2));
  page.designer.saving.setState({ phase: 'unsaved' });
  await settled();
  expect(page.taken).toEqual([]);
  expect(page.designer.presence.getState().news?.version).toBe(2);
});

test('a flow that cannot be read is read again at the next news', async () => {
  const page = openPage();
  page.read.mockRejectedValueOnce(new Error('offline'));
  page.taking.hear(page.news(2));
  await settled();
  expect(page.taken).toEqual([]);
  page.taking.hear(page.news(3));
  await settled();
  expect(page.taken).toEqual([3]);
});

function openPage() {
  const flow: FlowDetail = {
    id: 'f',
    name: 'Flow',
    enabled: true,
    version: 1,
    nodes: [],
    edges: [],
    tags: [],
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  const designer = createDesigner(flow, manifestIndex({ connectors: [] }));
  const taken: number[] = [];
  let newest = 1;
  const read = vi.fn(async () => ({ ...flow, version: newest }));
  const taking = startTakingNews(designer, {
    autosave: { takeTheirs: ({ version }) => designer.saving.setState({ version }) },
    read,
    taken: ({ version }) => taken.push(version),
  });
  const news = (version: number) => {
    newest = version;
    return { flowId: 'f', version, enabled: true, updatedAt: flow.updatedAt, updatedBy: 'Anna' };
  };
  return { designer, taking, taken, read, news };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
