import type { FlowSummary } from '@sluice/schema';
import { PenLine, PowerOff } from 'lucide-react';
import { Chip } from '../ui/Chip.tsx';
import { say } from '../words/say.ts';

type FlowState = Pick<FlowSummary, 'enabled' | 'publishedVersion'>;

/** Whether signals run the flow: live, off, or never published. */
export function FlowStateChip({ flow }: { readonly flow: FlowState }) {
  if (flow.publishedVersion === undefined) {
    return (
      <Chip tone="plain" icon={<PenLine />}>
        {say('flows.state.draft')}
      </Chip>
    );
  }
  if (!flow.enabled) {
    return (
      <Chip tone="skip" icon={<PowerOff />}>
        {say('flows.state.off', { version: flow.publishedVersion })}
      </Chip>
    );
  }
  return <Chip tone="ok">{say('flows.state.live', { version: flow.publishedVersion })}</Chip>;
}
