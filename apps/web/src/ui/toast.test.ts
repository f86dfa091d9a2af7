import { toast } from 'sonner';
import { expect, test, vi } from 'vitest';
import { onToastWanted, showToastsWith, toastDone, toastUndo } from './toast.ts';

test('what is said before there is where to say it waits, and asks for it', () => {
  const wanted = vi.fn();
  toastDone('Saved.');
  onToastWanted(wanted);
  expect(wanted).toHaveBeenCalledTimes(1);
  expect(toast.getToasts()).toEqual([]);

  showToastsWith(toast);
  toastUndo('Deleted.', () => undefined);
  expect(toast.getToasts()).toMatchObject([{ title: 'Saved.' }, { title: 'Deleted.' }]);
  expect(wanted).toHaveBeenCalledTimes(1);
});
