const KEY = 'sluice.designer.tour';

/** Whether a person was offered the tour in this browser. */
export function wasOffered(userId: string, store: Pick<Storage, 'getItem'>): boolean {
  return offeredTo(store).includes(userId);
}

/** Remembers that a person was offered the tour. */
export function rememberOffer(userId: string, store: Pick<Storage, 'getItem' | 'setItem'>): void {
  if (wasOffered(userId, store)) return;
  try {
    store.setItem(KEY, JSON.stringify([...offeredTo(store).slice(1 - MOST), userId]));
  } catch {
    // A store that is full or closed costs one more offer, nothing else.
  }
}

/** People who share a browser. */
const MOST = 50;

function offeredTo(store: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const known: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
    return Array.isArray(known) ? known.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
