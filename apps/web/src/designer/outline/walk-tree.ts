/** The item of a tree to which a key leads from the one that has the focus, if any. */
export function walkTree(key: string, tree: HTMLElement): HTMLElement | undefined {
  const items = [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const now = items.findIndex((item) => item === document.activeElement);
  if (now === -1) return undefined;
  switch (key) {
    case 'ArrowDown':
      return items[now + 1];
    case 'ArrowUp':
      return items[now - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight': {
      const next = items[now + 1];
      return next && levelOf(next) > levelOf(items[now]) ? next : undefined;
    }
    case 'ArrowLeft':
      return items.slice(0, now).findLast((item) => levelOf(item) < levelOf(items[now]));
    default:
      return undefined;
  }
}

function levelOf(item: HTMLElement | undefined): number {
  return Number(item?.getAttribute('aria-level') ?? 0);
}
