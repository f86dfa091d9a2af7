import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { type Command, commandGroups } from './command.ts';
import { commandList } from './command-list.ts';
import { groupWords } from './group-words.ts';
import { type Shortcut, keyCaps } from './shortcut.ts';

/** Every command that has keys, with them. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const mayBuild = useMayBuild();
  const shown = commandList.filter(({ keys, builds }) => keys && (mayBuild || !builds));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={say('designer.commands.shortcuts')}
      description={say('designer.commands.shortcuts-text')}
      size="wide"
    >
      <div className="columns-1 gap-x-10 sm:columns-2 lg:columns-3">
        {commandGroups.map((group) => {
          const commands = shown.filter((command) => command.group === group);
          if (commands.length === 0) return null;
          return (
            <section key={group} className="mb-6 break-inside-avoid">
              <h3 className="mb-2 font-semibold">{say(groupWords[group])}</h3>
              <dl className="grid gap-1.5">
                {commands.map((command) => (
                  <Line key={command.id} command={command} />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

function Line({ command: { label, keys = [] } }: { readonly command: Command }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <dt className="text-muted">{say(label)}</dt>
      <dd className="flex shrink-0 gap-2">
        {keys.slice(0, keys.length > 2 ? keys.length : 1).map((each) => (
          <Caps key={each} keys={each} />
        ))}
      </dd>
    </div>
  );
}

function Caps({ keys }: { readonly keys: Shortcut }) {
  return (
    <span className="flex gap-1">
      {keyCaps(keys).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}
