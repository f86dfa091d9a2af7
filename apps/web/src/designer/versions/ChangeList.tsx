import { Minus, MoveRight, Pencil, Plus } from 'lucide-react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import type { ChangeMark } from '../canvas/change-mark.ts';
import { ChangeFields } from './ChangeFields.tsx';
import type { ChangeItem } from './change-items.ts';

interface ChangeListProps {
  readonly items: readonly ChangeItem[];
  readonly chosen: string | undefined;
  readonly onChoose: (item: ChangeItem) => void;
}

const signs: Readonly<Record<ChangeMark, { readonly icon: typeof Plus; readonly tone: string }>> = {
  added: { icon: Plus, tone: 'text-ok' },
  removed: { icon: Minus, tone: 'text-fail' },
  changed: { icon: Pencil, tone: 'text-wait' },
  moved: { icon: MoveRight, tone: 'text-muted' },
};

/** The changes between two drawings in words. The chosen one shows its fields, old and new. */
export function ChangeList({ items, chosen, onChoose }: ChangeListProps) {
  return (
    <ul aria-label={say('designer.versions.changes.title')} className="grid gap-0.5 p-1">
      {items.map((item) => {
        const open = item.id === chosen;
        return (
          <li key={item.id} className={classNames('rounded-r1', open && 'bg-sunken')}>
            <button
              type="button"
              aria-expanded={item.fields.length > 0 ? open : undefined}
              aria-current={open || undefined}
              data-change-item={item.id}
              onClick={() => onChoose(item)}
              className="flex w-full items-start gap-2 rounded-r1 px-2 py-1.5 text-left -outline-offset-2 hover:bg-sunken"
            >
              <Sign mark={item.mark} />
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words">{item.title}</span>
                <span className="block text-hint text-muted">{detailOf(item)}</span>
              </span>
              {item.type !== undefined && <NodeTile type={item.type} size="small" />}
            </button>
            {open && item.fields.length > 0 && <ChangeFields fields={item.fields} />}
          </li>
        );
      })}
    </ul>
  );
}

function Sign({ mark }: { readonly mark: ChangeMark }) {
  const { icon: Icon, tone } = signs[mark];
  return <Icon className={`mt-0.5 size-4 shrink-0 ${tone}`} strokeWidth={2.5} aria-hidden />;
}

function detailOf({ mark, fields, alsoMoved }: ChangeItem): string {
  return [
    say(`designer.versions.changes.${mark}`),
    ...(fields.length > 0 ? [fields.map(({ label }) => label).join(', ')] : []),
    ...(alsoMoved ? [say('designer.versions.changes.and-moved')] : []),
  ].join(' · ');
}
