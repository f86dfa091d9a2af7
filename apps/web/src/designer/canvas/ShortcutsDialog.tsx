import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { keyName } from '../../ui/key-name.ts';
import { say } from '../../words/say.ts';
import { shortcuts } from './shortcuts.ts';

/** The list of keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={say('designer.canvas.shortcuts.title')}
      description={say('designer.canvas.shortcuts.mac')}
      size="large"
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
        {shortcuts.map((group) => (
          <section key={group.title}>
            <h3 className="mb-2 font-semibold">{group.title}</h3>
            <dl className="grid gap-1.5">
              {group.keys.map(({ keys, what }) => (
                <div key={what} className="flex items-center justify-between gap-4">
                  <dt className="text-muted">{what}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{keyName(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
