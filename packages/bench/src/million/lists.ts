import type { SluiceApi } from '../sluice/sluice-api.ts';

/** A request to the API that people make by looking at a page. */
export interface List {
  readonly name: string;
  readonly target: string;
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** Every list and filter of runs and signals, and the pages that count them. */
export async function everyList(api: SluiceApi, flowId: string): Promise<List[]> {
  const tenDaysAgo = encodeURIComponent(new Date(Date.now() - 10 * 86_400_000).toISOString());
  const eightDaysAgo = encodeURIComponent(new Date(Date.now() - 8 * 86_400_000).toISOString());
  const between = `from=${tenDaysAgo}&to=${eightDaysAgo}`;
  const old = await api.send<Listed>(`GET /runs?${between}&limit=1`);
  const oldSignals = await api.send<Listed>('GET /signals?limit=100');
  const [runId] = old.items.map((run) => run.id);
  const signalId = oldSignals.items.at(-1)?.id;
  const filters: readonly (readonly [name: string, target: string])[] = [
    ['runs', 'GET /runs'],
    ...['running', 'waiting', 'succeeded', 'failed', 'cancelled'].map(
      (status) => [`runs, ${status}`, `GET /runs?status=${status}`] as const,
    ),
    ['runs of a flow', `GET /runs?flowId=${flowId}`],
    ['failed runs of a flow', `GET /runs?flowId=${flowId}&status=failed`],
    ['runs between two days', `GET /runs?${between}`],
    ['failed runs between two days', `GET /runs?${between}&status=failed`],
    ['runs far down', `GET /runs?cursor=${runId}`],
    ['runs by id', `GET /runs?q=${runId}`],
    ['runs by text in many', 'GET /runs?q=checkout'],
    ['runs by text in one', 'GET /runs?q=copy-12345-'],
    ['runs by text in none', 'GET /runs?q=nothing-has-this'],
    ['one run', `GET /runs/${runId}`],
    ['signals', 'GET /signals'],
    ...['accepted', 'duplicate', 'suppressed', 'rejected'].map(
      (outcome) => [`signals, ${outcome}`, `GET /signals?outcome=${outcome}`] as const,
    ),
    ['signals of a flow', `GET /signals?flowId=${flowId}`],
    ['signals of a trigger', `GET /signals?flowId=${flowId}&triggerId=trigger`],
    ['signals further down', `GET /signals?cursor=${signalId}`],
    ['signals by text in many', 'GET /signals?q=checkout'],
    ['signals by text in one', 'GET /signals?q=copy-12345-'],
    ['signals by text in none', 'GET /signals?q=nothing-has-this'],
    ['flows', 'GET /flows'],
    ['a trigger with its counts', `GET /flows/${flowId}/triggers/trigger`],
  ];
  return filters.map(([name, target]) => ({ name, target }));
}
