import { Pencil } from 'lucide-react';
import type { Connection } from '@sluice/schema';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';

interface ConnectionChoiceProps {
  /** Joins the choices of one list, so that the arrow keys go from one to the next. */
  readonly group: string;
  /** Left out for the choice of none. */
  readonly connection?: Connection;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onEdit?: () => void;
}

/** One connection to choose, with what its last test found. */
export function ConnectionChoice(props: ConnectionChoiceProps) {
  const { group, connection, isChosen, onChoose, onEdit } = props;
  const used = connection?.usedBy.length ?? 0;
  return (
    <div className="flex items-center rounded-r2 border pr-2 has-checked:border-accent has-checked:bg-accent-soft">
      <label className="flex flex-1 cursor-pointer items-center gap-3 px-3.5 py-2.5">
        <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
        <span className="min-w-0">
          <span className="block truncate font-medium">
            {connection?.name ?? say('designer.settings.connection.none')}
          </span>
          {connection && (
            <span className="block text-hint text-muted">
              {used === 0
                ? say('designer.settings.connection.not-used')
                : say('designer.settings.connection.used-by', { count: used })}
            </span>
          )}
        </span>
      </label>
      {connection?.lastTest && (
        <Chip tone={connection.lastTest.ok ? 'ok' : 'fail'}>
          {connection.lastTest.ok
            ? say('connections.works')
            : say('designer.settings.connection.failed')}
        </Chip>
      )}
      {connection && onEdit && (
        <IconButton
          plain
          label={say('connections.edit-named', { name: connection.name })}
          icon={<Pencil />}
          onClick={onEdit}
        />
      )}
    </div>
  );
}
