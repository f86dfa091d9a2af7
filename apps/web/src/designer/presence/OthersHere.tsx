import type { FlowNode, Visitor } from '@sluice/schema';
import { useSession } from '../../api/session.ts';
import { Popover } from '../../ui/Popover.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { usePresenceStore } from './use-presence-store.ts';

/** How many are shown side by side. */
const SHOWN = 3;

/** Who else has this flow open, as initials; pressed, a list that says what each has open. */
export function OthersHere() {
  const others = usePresenceStore((state) => state.others);
  const nodes = useFlowDocument(({ flow }) => flow.nodes);
  const { data: session } = useSession();
  if (others.length === 0) return null;
  const rest = others.length - SHOWN;
  return (
    <Popover
      label={say('designer.presence.title')}
      align="end"
      className="max-w-80"
      trigger={
        <button
          type="button"
          aria-label={say('designer.presence.here', {
            count: others.length,
            names: others.map(({ name }) => name).join(', '),
          })}
          className="flex h-8 shrink-0 items-center rounded-r1 px-1 hover:bg-sunken"
        >
          {others.slice(0, SHOWN).map((each) => (
            <Initials key={each.tab} visitor={each} />
          ))}
          {rest > 0 && <span className="pl-2 text-hint font-medium text-muted">+{rest}</span>}
        </button>
      }
    >
      <ul className="grid gap-2">
        {others.map((each) => (
          <li key={each.tab} className="flex items-center gap-3">
            <Initials visitor={each} />
            <span className="min-w-0">
              <span className="block truncate font-medium">
                {each.userId === session?.user.id ? say('designer.presence.you') : each.name}
              </span>
              <span className="block text-hint text-muted">{doing(each, nodes)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function Initials({ visitor: { name } }: { readonly visitor: Visitor }) {
  const letters = name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .slice(0, 2)
    .toLocaleUpperCase();
  return (
    <span
      aria-hidden
      className="-mr-1 grid size-6 shrink-0 place-items-center rounded-full border-2 border-surface bg-trigger text-[10px] font-semibold text-tile-ink"
    >
      {letters}
    </span>
  );
}

function doing({ mayBuild, nodeId }: Visitor, nodes: readonly FlowNode[]): string {
  const node = nodes.find(({ id }) => id === nodeId);
  if (node) return say('designer.presence.has-open', { name: node.name });
  return mayBuild ? say('designer.presence.edits') : say('designer.presence.looks');
}
