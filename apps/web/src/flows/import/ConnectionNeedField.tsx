import { useState } from 'react';
import type { ConnectionToBind } from '../../api/flow-files.ts';
import { useConnections } from '../../api/connections.ts';
import { useConnectorOf } from '../../catalogue/use-catalogue.ts';
import { ConnectionDialog } from '../../connections/ConnectionDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { say } from '../../words/say.ts';
import { usedByWords } from './used-by-words.ts';

interface ConnectionNeedFieldProps {
  readonly need: ConnectionToBind;
  /** The id of a connection; undefined leaves it open. */
  readonly bound: string | undefined;
  readonly onBind: (connectionId: string | undefined) => void;
}

const OPEN = 'open';
const NEW = 'new';

/** Which connection of this server takes the place of one that a file needs. */
export function ConnectionNeedField({ need, bound, onBind }: ConnectionNeedFieldProps) {
  const [isMaking, setMaking] = useState(false);
  const connector = useConnectorOf(need.type);
  const fitting = useConnections().data?.filter(({ type }) => type === need.type) ?? [];
  const kind = connector?.label ?? need.type;
  const label =
    need.name === undefined ? kind : say('flows.import.need', { kind, name: need.name });
  const options = [
    ...fitting.map(({ id, name }) => ({ value: id, label: name })),
    { value: OPEN, label: say('flows.import.leave-open') },
    ...(connector?.connection ? [{ value: NEW, label: say('flows.import.new-connection') }] : []),
  ];
  return (
    <>
      <Select
        label={label}
        hint={usedByWords(need.usedBy, bound === undefined)}
        options={options}
        value={bound ?? OPEN}
        onChange={(chosen) => {
          if (chosen === NEW) setMaking(true);
          else onBind(chosen === OPEN ? undefined : chosen);
        }}
      />
      {isMaking && (
        <ConnectionDialog
          type={need.type}
          onSaved={({ id }) => {
            onBind(id);
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
