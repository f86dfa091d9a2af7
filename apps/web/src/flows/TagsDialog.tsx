import type { FlowSummary } from '@sluice/schema';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { say } from '../words/say.ts';
import { TagEditor } from './TagEditor.tsx';

interface TagsDialogProps {
  readonly flow: FlowSummary;
  readonly onClose: () => void;
}

/** The tags of one flow, opened from the list. */
export function TagsDialog({ flow, onClose }: TagsDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={say('flows.tags.title')}
      description={say('flows.tags.about', { name: flow.name })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {say('ui.done')}
        </Button>
      }
    >
      <TagEditor flowId={flow.id} tags={flow.tags} />
    </Dialog>
  );
}
