import { drawingToCheck } from '@sluice/schema';
import { useMemo } from 'react';
import { useFlows } from '../../api/flows.ts';
import { TextField } from '../../ui/TextField.tsx';
import { say } from '../../words/say.ts';
import { DrawingPicture } from '../DrawingPicture.tsx';
import { ConnectionNeedField } from './ConnectionNeedField.tsx';
import { FileProblems } from './FileProblems.tsx';
import { FlowNeedField } from './FlowNeedField.tsx';
import type { ImportDraft } from './use-import.ts';

interface ImportFormProps {
  readonly draft: ImportDraft;
  readonly nameError: string | undefined;
  readonly onChange: (draft: ImportDraft) => void;
}

/** What a file holds, and what has to be chosen for it: a name, connections, flows. */
export function ImportForm({ draft, nameError, onChange }: ImportFormProps) {
  const { file, check, name, connections, flows } = draft;
  const drawing = useMemo(() => drawingToCheck(file), [file]);
  const isTaken = useFlows().data?.some((flow) => flow.name === name.trim());
  const others = check.flows.filter((need) => !need.itself);
  const isOpen =
    check.connections.some(({ id }) => connections[id] === undefined) ||
    others.some(({ id }) => flows[id] === undefined);
  return (
    <div className="flex flex-col gap-4">
      <div className="h-56 overflow-hidden rounded-r2 border bg-canvas">
        <DrawingPicture drawing={drawing} />
      </div>
      <TextField
        label={say('ui.name')}
        required
        autoFocus
        value={name}
        error={nameError}
        hint={isTaken ? say('flows.import.name-taken') : undefined}
        onChange={(next) => onChange({ ...draft, name: next })}
      />
      {check.connections.length + others.length > 0 && (
        <fieldset className="flex flex-col gap-3 rounded-r2 border px-4 pt-2 pb-4">
          <legend className="px-1 font-medium">{say('flows.import.needs')}</legend>
          {check.connections.map((need) => (
            <ConnectionNeedField
              key={need.id}
              need={need}
              bound={connections[need.id]}
              onBind={(id) =>
                onChange({ ...draft, connections: { ...connections, [need.id]: id } })
              }
            />
          ))}
          {others.map((need) => (
            <FlowNeedField
              key={need.id}
              need={need}
              bound={flows[need.id]}
              onBind={(id) => onChange({ ...draft, flows: { ...flows, [need.id]: id } })}
            />
          ))}
        </fieldset>
      )}
      <FileProblems problems={check.problems} isOpen={isOpen} />
    </div>
  );
}
