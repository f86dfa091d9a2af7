const KEY = 'sluice.designer.recent-commands';
const MOST = 20;

/** The ids of what was chosen in the command palette, the last first. */
export function recentChoices(store: Pick<Storage, 'getItem'> = localStorage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers a choice as the last one. */
export function rememberChoice(
  id: string,
  store: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
): void {
  const ids = [id, ...recentChoices(store).filter((each) => each !== id)].slice(0, MOST);
  try {
    store.setItem(KEY, JSON.stringify(ids));
  } catch {
    // A store that is full or closed costs a convenience, nothing else.
  }
}
