import { Minus, MoveRight, Pencil, Plus } from 'lucide-react';
import { say } from '../../words/say.ts';
import type { ChangeMark } from './change-mark.ts';

const icons = {
  added: <Plus aria-hidden />,
  removed: <Minus aria-hidden />,
  changed: <Pencil aria-hidden />,
  moved: <MoveRight aria-hidden />,
} as const;

/** What became of a node, as a sign and a word on the upper edge of its card. */
export function ChangeBadge({ mark }: { readonly mark: ChangeMark }) {
  return (
    <span className="change-badge" data-change={mark}>
      {icons[mark]}
      {say(`designer.versions.changes.${mark}`)}
    </span>
  );
}
