import { FileDown, MoreHorizontal } from 'lucide-react';
import { DropdownMenu } from '../../ui/DropdownMenu.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** What else can be done with this flow. What is not saved yet is saved first. */
export function FlowFileMenu() {
  const flow = useFlowDocument((state) => state.flow);
  const autosave = useAutosave();

  async function saveAndExport() {
    if (!(await autosave.flush())) return;
    const { exportFlow } = await import('../../flows/export-flow.ts');
    await exportFlow(flow);
  }

  return (
    <DropdownMenu
      trigger={
        <IconButton label={say('flows.more-for', { name: flow.name })} icon={<MoreHorizontal />} />
      }
      groups={[
        [
          {
            label: say('flows.export'),
            icon: <FileDown aria-hidden />,
            onSelect: () => void saveAndExport(),
          },
        ],
      ]}
    />
  );
}
