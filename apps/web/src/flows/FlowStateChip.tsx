import type { FlowSummary } from '@sluice/schema';
import { PenLine, PowerOff } from 'lucide-react';
import { Chip } from '../ui/Chip.tsx';

type FlowState = Pick<FlowSummary, 'enabled' | 'publishedVersion'>;

/** Whether signals run the flow: live, off, or never published. */
export function FlowStateChip({ flow }: { readonly flow: FlowState }) {
  if (flow.publishedVersion === undefined) {
    return (
      <Chip tone="plain" icon={<PenLine />}>
        Draft
      </Chip>
    );
  }
  if (!flow.enabled) {
    return (
      <Chip tone="skip" icon={<PowerOff />}>
        Off · v{flow.publishedVersion}
      </Chip>
    );
  }
  return <Chip tone="ok">Live · v{flow.publishedVersion}</Chip>;
}
