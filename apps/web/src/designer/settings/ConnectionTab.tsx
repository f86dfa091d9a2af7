import { useId, useState } from 'react';
import { Cable, Plus } from 'lucide-react';
import type { Connection } from '@sluice/schema';
import { useConnections } from '../../api/connections.ts';
import { useConnectorOf } from '../../catalogue/use-catalogue.ts';
import { ConnectionDialog } from '../../connections/ConnectionDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { ConnectionChoice } from './ConnectionChoice.tsx';

interface ConnectionTabProps {
  /** The node's type; its connector says which connections fit. */
  readonly type: string;
  readonly required: boolean;
  readonly value: string | undefined;
  /** What the connection is for, in a sentence. */
  readonly purpose: string;
  readonly onChange: (connectionId: string | undefined) => void;
}

/** Chooses the connection of a node among those that fit, or makes a new one. */
export function ConnectionTab({ type, required, value, purpose, onChange }: ConnectionTabProps) {
  const group = useId();
  const connector = useConnectorOf(type);
  const { data, error, refetch } = useConnections();
  const [editing, setEditing] = useState<{ readonly id?: string }>();
  const mayBuild = useMayBuild();
  const fitting = data?.filter((connection) => connection.type === connector?.id);
  const label = connector?.connection?.label ?? connector?.label ?? '';
  const isGone = value !== undefined && data && !data.some((each) => each.id === value);
  const add = mayBuild && (
    <Button icon={<Plus aria-hidden />} onClick={() => setEditing({})}>
      {say('connections.new')}
    </Button>
  );
  return (
    <div className="h-full overflow-y-auto px-5 py-4">
      <div className="flex max-w-2xl flex-col gap-3">
        <p className="text-muted">{say('designer.settings.connection.explanation', { purpose })}</p>
        <ErrorBanner error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton />}
        {isGone && (
          <p role="alert" className="text-fail">
            {say('designer.settings.connection.gone')}
          </p>
        )}
        {fitting?.length === 0 ? (
          <EmptyState
            icon={<Cable />}
            title={say('designer.settings.connection.none-yet', { label })}
            action={add}
          >
            {connector?.connection?.help ?? say('designer.settings.connection.make-one')}
          </EmptyState>
        ) : (
          fitting && (
            <>
              <div
                role="radiogroup"
                aria-label={say('designer.settings.connection.title')}
                className="flex flex-col gap-2"
              >
                {!required && (
                  <ConnectionChoice
                    group={group}
                    isChosen={value === undefined}
                    onChoose={() => onChange(undefined)}
                  />
                )}
                {fitting.map((connection: Connection) => (
                  <ConnectionChoice
                    key={connection.id}
                    group={group}
                    connection={connection}
                    isChosen={connection.id === value}
                    onChoose={() => onChange(connection.id)}
                    {...(mayBuild && { onEdit: () => setEditing({ id: connection.id }) })}
                  />
                ))}
              </div>
              <div>{add}</div>
            </>
          )
        )}
      </div>
      {editing && connector && (
        <ConnectionDialog
          type={connector.id}
          connectionId={editing.id}
          onSaved={(saved) => {
            onChange(saved.id);
            setEditing(undefined);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
