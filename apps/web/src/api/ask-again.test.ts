import { QueryClient, type QueryKey, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { askAgain } from './ask-again.ts';

const key = ['run', '1'];

test.each([
  { when: 'the first answer is on its way', before: [] },
  { when: 'a later answer is on its way', before: ['old'] },
])('news that comes while $when is not lost', async ({ before }) => {
  const { client, answers, shown } = watch();
  for (const [index, answer] of before.entries()) {
    answers[index]?.(answer);
    await settled(() => shown() === answer);
    void client.invalidateQueries({ queryKey: key });
  }

  askAgain(client, key);
  askAgain(client, key);
  answers[before.length]?.('older than the news');
  await settled(() => answers.length === before.length + 2);
  answers.at(-1)?.('the news');
  await settled(() => shown() === 'the news');
  expect(answers).toHaveLength(before.length + 2);
});

test('what nobody fetches at the moment is fetched at once', async () => {
  const { client, answers, shown } = watch();
  answers[0]?.('old');
  await settled(() => shown() === 'old');

  askAgain(client, key);
  expect(answers).toHaveLength(2);
});

test('a query with a narrower filter is left alone', async () => {
  const client = new QueryClient();
  const all = watch(['runs', {}], client);
  const some = watch(['runs', { flowId: 'a' }], client);
  all.answers[0]?.('all');
  some.answers[0]?.('some');
  await settled(() => all.shown() === 'all' && some.shown() === 'some');

  askAgain(client, ['runs', {}]);
  expect(all.answers).toHaveLength(2);
  expect(some.answers).toHaveLength(1);
});

/** A query on the screen whose requests are answered by hand, in the order they were sent. */
function watch(queryKey: QueryKey = key, client = new QueryClient()) {
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey, queryFn });
  observer.subscribe(() => undefined);
  return { client, answers, shown: () => observer.getCurrentResult().data };
}

async function settled(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo).toBe(true);
}
