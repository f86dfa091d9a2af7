import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useConnections } from '../../../api/connections.ts';
import { useConnectorOf } from '../../../catalogue/use-catalogue.ts';
import { ConnectionDialog } from '../../../connections/ConnectionDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { say } from '../../../words/say.ts';
import { useMayBuild } from '../../state/may-build.ts';

interface ConnectionPickerProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
}

const NONE = 'none';

/** The connection through which a trigger may fetch what a signal left out. */
export function ConnectionPicker({ node, onChange }: ConnectionPickerProps) {
  const [adding, setAdding] = useState(false);
  const connector = useConnectorOf(node.type);
  const mayBuild = useMayBuild();
  const fitting = (useConnections().data ?? []).filter((each) => each.type === connector?.id);
  const isGone =
    node.connectionId !== undefined && !fitting.some((each) => each.id === node.connectionId);
  const choose = (id: string) => {
    const { connectionId: _old, ...rest } = node;
    onChange(id === NONE ? rest : { ...rest, connectionId: id });
  };
  return (
    <>
      <Select
        label={say('designer.settings.trigger.connection.label')}
        value={isGone ? undefined : (node.connectionId ?? NONE)}
        placeholder={say('designer.settings.trigger.connection.choose')}
        onChange={choose}
        hint={say('designer.settings.trigger.connection.hint')}
        labelEnd={
          mayBuild && (
            <Button
              size="small"
              variant="ghost"
              icon={<Plus aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {say('connections.new')}
            </Button>
          )
        }
        options={[
          { value: NONE, label: say('designer.settings.connection.none') },
          ...fitting.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {adding && connector && (
        <ConnectionDialog
          type={connector.id}
          onSaved={(connection) => {
            choose(connection.id);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
