/**
 * Where a popover of an element is put: inside the dialog that the element is in, because a modal
 * dialog takes the scroll wheel away from everything outside it.
 */
export function popoverContainer(element: Element | null): HTMLElement {
  const dialog = element?.closest<HTMLElement>('[role="dialog"]');
  return dialog?.querySelector<HTMLElement>(':scope > [data-popovers]') ?? dialog ?? document.body;
}
