import { toastWarning } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { MissingFile } from './import-script.ts';

/** Says that something of this page could not be fetched, if that is why it failed. */
export function tellMissingFile(error: unknown): void {
  if (!(error instanceof MissingFile)) return;
  toastWarning(say('app.error.part-not-fetched'), { description: say('app.error.updated') });
}
