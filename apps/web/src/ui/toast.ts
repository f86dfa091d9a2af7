import type { ExternalToast, toast as sonner } from 'sonner';
import { say } from '../words/say.ts';

type Toasts = typeof sonner;

let toasts: Toasts | undefined;
let want = () => {};
const waiting: ((toasts: Toasts) => void)[] = [];

/** Says in passing that something was done. */
export function toastDone(message: string): void {
  show((here) => here.success(message));
}

/** Says that something was done, and offers for a while to undo it; says so when that fails. */
export function toastUndo(message: string, undo: () => unknown, more: ExternalToast = {}): void {
  const onClick = async () => {
    giveFocusBack();
    try {
      await undo();
    } catch (error) {
      toastError(error);
    }
  };
  const action = { label: say('ui.undo'), onClick };
  show((here) => here.success(message, { action, duration: 10_000, ...more }));
}

/** Says something to know about. */
export function toastInfo(message: string): void {
  show((here) => here.info(message));
}

/** Says that something was done, and what to look at because of it. */
export function toastWarning(message: string, more: ExternalToast = {}): void {
  show((here) => here.warning(message, { duration: 12_000, ...more }));
}

/** Says that something failed, in the words of the error. */
export function toastError(error: unknown): void {
  const message = error instanceof Error ? error.message : say('ui.broke');
  show((here) => here.error(message, { duration: 8000 }));
}

/** Says why something was not done. */
export function toastRefusal(why: string): void {
  show((here) => here.error(why));
}

/** Hears that there is something to say before there is where to say it. */
export function onToastWanted(listener: () => void): void {
  want = listener;
  if (waiting.length > 0) want();
}

/** Hands over where toasts appear, and says what was waiting. */
export function showToastsWith(here: Toasts): void {
  toasts = here;
  for (const each of waiting.splice(0)) each(here);
}

/** A toast that still had the focus would pull it back from wherever it goes next. */
function giveFocusBack(): void {
  const button = document.activeElement;
  if (button instanceof HTMLElement && button.closest('[data-sonner-toaster]')) button.blur();
}

function show(each: (toasts: Toasts) => void): void {
  if (toasts) return each(toasts);
  waiting.push(each);
  want();
}
