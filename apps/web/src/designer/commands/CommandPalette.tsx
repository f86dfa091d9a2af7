import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import { useReturningFocus } from '../../ui/use-returning-focus.ts';
import { say } from '../../words/say.ts';
import { type Choice, findChoices } from './find-choices.ts';
import { recentChoices, rememberChoice } from './recent-choices.ts';
import { useChoices } from './use-choices.tsx';

/** Finds a command, a node, a step to add, a run, a flow or a page by typing, and does or opens it. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const choices = useChoices();
  const [search, setSearch] = useState('');
  const [recent] = useState(() => recentChoices());
  const returnFocus = useReturningFocus(true);
  const groups = findChoices(
    choices,
    { search, recent },
    {
      recent: say('designer.commands.recent'),
      found: say('designer.commands.found'),
    },
  );

  const chosen = useRef<Choice>(undefined);

  function choose(choice: Choice) {
    rememberChoice(choice.id);
    chosen.current = choice;
    onClose();
  }

  function closed(event: Event) {
    returnFocus(event);
    // Only now, however long it took: a node that gets the focus back is selected, and what opens next may take it.
    if (chosen.current) requestAnimationFrame(chosen.current.choose);
  }

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          onCloseAutoFocus={closed}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[620px] max-w-[calc(100vw-32px)] -translate-x-1/2 animate-pop overflow-hidden rounded-r3 border bg-surface shadow-3 outline-none"
        >
          <Radix.Title className="sr-only">{say('designer.commands.palette')}</Radix.Title>
          <Command label={say('designer.commands.palette')} shouldFilter={false} loop>
            <Command.Input
              autoFocus
              value={search}
              onValueChange={setSearch}
              placeholder={say('designer.commands.palette-search')}
              className="h-12 w-full border-b bg-transparent px-4 text-title outline-none"
            />
            <Command.List className="max-h-[min(440px,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted">
                {say('designer.commands.nothing')}
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-hint [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-faint"
                >
                  {group.choices.map((choice) => (
                    <Line key={choice.id} choice={choice} onChoose={choose} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface LineProps {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Line({ choice, onChoose }: LineProps) {
  const { id, icon, label, hint, keys } = choice;
  return (
    <Command.Item
      value={id}
      onSelect={() => onChoose(choice)}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-r1 px-2.5 py-1 data-[selected=true]:bg-accent-soft"
    >
      <span className="grid size-[22px] shrink-0 place-items-center text-muted [&>svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint !== undefined && <span className="shrink-0 text-hint text-faint">{hint}</span>}
      {keys && (
        <span className="flex shrink-0 gap-1">
          {keys.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
