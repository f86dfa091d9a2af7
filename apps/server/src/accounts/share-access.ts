import type { Cluster } from '../cluster/cluster.ts';
import type { Accounts } from './create-accounts.ts';

/** Tells other processes whose rights changed here, and hears from them whose changed there. */
export function shareAccess(
  accounts: Pick<Accounts, 'onAccessChange' | 'accessChanged'>,
  cluster: Cluster,
): void {
  let hearing = false;
  accounts.onAccessChange((userId) => {
    if (!hearing) cluster.send({ kind: 'access-changed', userId });
  });
  cluster.listen((message) => {
    if (message.kind !== 'access-changed') return;
    // What came from others is not sent on: it would go round without end.
    hearing = true;
    accounts.accessChanged(message.userId);
    hearing = false;
  });
}
