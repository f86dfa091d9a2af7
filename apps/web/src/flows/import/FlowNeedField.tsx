import type { FlowToBind } from '../../api/flow-files.ts';
import { useFlows } from '../../api/flows.ts';
import { Select } from '../../ui/Select.tsx';
import { say } from '../../words/say.ts';
import { usedByWords } from './used-by-words.ts';

interface FlowNeedFieldProps {
  readonly need: FlowToBind;
  /** The id of a flow; undefined leaves it open. */
  readonly bound: string | undefined;
  readonly onBind: (flowId: string | undefined) => void;
}

const OPEN = 'open';

/** Which flow of this server takes the place of one that a file names. */
export function FlowNeedField({ need, bound, onBind }: FlowNeedFieldProps) {
  const flows = useFlows().data ?? [];
  const label =
    need.name === undefined
      ? say('flows.flow')
      : say('flows.import.need', { kind: say('flows.flow'), name: need.name });
  return (
    <Select
      label={label}
      hint={usedByWords(need.usedBy, bound === undefined)}
      options={[
        ...flows.map(({ id, name }) => ({ value: id, label: name })),
        { value: OPEN, label: say('flows.import.leave-open') },
      ]}
      value={bound ?? OPEN}
      onChange={(chosen) => onBind(chosen === OPEN ? undefined : chosen)}
    />
  );
}
