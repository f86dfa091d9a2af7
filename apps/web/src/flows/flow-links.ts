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
  document.querySelector<HTMLElement>(id === undefined ? links : linkOf(id))?.focus();
}

/** Where a person is when they have gone on to something else. */
const elsewhere = 'input, [role="dialog"], [role="menu"][data-state="open"]';

/** Milliseconds after which nobody expects the focus to go to a flow any more. */
const PATIENCE = 3000;

/** The flow that is to have the focus if its link is drawn soon. */
let awaited: { readonly id: string; readonly since: number } | undefined;

/** Brings the focus to a flow after something was done with it, unless the person has gone on. */
export function returnToFlow(id: string): void {
  awaited = document.querySelector(linkOf(id)) ? undefined : { id, since: Date.now() };
  if (!document.activeElement?.closest(elsewhere)) focusFlow(id);
}

/** For the link of each flow, so that one that was waited for gets the focus. */
export function receiveFocus(link: HTMLElement | null): void {
  if (awaited === undefined || link?.dataset['flowLink'] !== awaited.id) return;
  if (Date.now() - awaited.since < PATIENCE) returnToFlow(awaited.id);
}

/** The flow below this one in the list, or the one above when it is the last. */
export function neighbourOf(id: string): string | undefined {
  const ids = [...document.querySelectorAll<HTMLElement>(links)].map(
    (link) => link.dataset['flowLink'],
  );
  const here = ids.indexOf(id);
  return ids[here + 1] ?? ids[here - 1];
}

function linkOf(id: string): string {
  return `[data-flow-link="${CSS.escape(id)}"]`;
}
