import { toast } from 'sonner';
import { say } from '../words/say.ts';

/** Says in passing that something was done. */
export function toastDone(message: string): void {
  toast.success(message);
}

/** Says that something was done, and offers for a while to undo it. */
export function toastUndo(message: string, undo: () => void): void {
  toast.success(message, { action: { label: say('ui.undo'), onClick: undo }, duration: 10_000 });
}

/** Says that something was done, and what to look at because of it. */
export function toastWarning(message: string): void {
  toast.warning(message, { duration: 12_000 });
}

/** Says that something failed, in the words of the error. */
export function toastError(error: unknown): void {
  toast.error(error instanceof Error ? error.message : say('ui.broke'), {
    duration: 8000,
  });
}
