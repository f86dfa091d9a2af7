/** The links of the list, one a flow, which the arrow keys walk along. */
const links = '[data-flow-link]';

/** Moves the focus along the list of flows; false when this key does not. */
export function moveAlong(list: HTMLElement, key: string): boolean {
  const all = [...list.querySelectorAll<HTMLElement>(links)];
  const here = all.findIndex((link) => link === document.activeElement);
  if (here === -1) return false;
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[key];
  if (next === undefined) return false;
  all[next]?.focus();
  return true;
}

/** Brings the focus to a flow of the list, or without an id to the first one. */
export function focusFlow(id?: string): void {
  const link = id === undefined ? links : `[data-flow-link="${CSS.escape(id)}"]`;
  document.querySelector<HTMLElement>(link)?.focus();
}

/** The flow below this one in the list, or the one above when it is the last. */
export function neighbourOf(id: string): string | undefined {
  const ids = [...document.querySelectorAll<HTMLElement>(links)].map(
    (link) => link.dataset['flowLink'],
  );
  const here = ids.indexOf(id);
  return ids[here + 1] ?? ids[here - 1];
}
