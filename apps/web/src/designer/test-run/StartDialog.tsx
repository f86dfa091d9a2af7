import { useState } from 'react';
import { Play } from 'lucide-react';
import { useStartFlow } from '../../api/flows.ts';
import { useTriggerManifest } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { jsonProblem } from './json-problem.ts';
import { useStartable } from './use-startable.ts';

interface StartDialogProps {
  /** The trigger to begin with; else the first that people start. */
  readonly nodeId?: string;
  readonly onClose: () => void;
}

/** Starts a run of the published version by hand, and shows it on the canvas. */
export function StartDialog({ nodeId, onClose }: StartDialogProps) {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const triggers = useStartable();
  const [chosenId, choose] = useState(nodeId);
  const trigger = triggers.find(({ id }) => id === chosenId) ?? triggers[0];
  const manifest = useTriggerManifest(trigger?.type ?? '');
  const [edited, setEdited] = useState<string>();
  const { screen, announcements } = useDesigner();
  const start = useStartFlow();
  const text = edited ?? JSON.stringify(manifest?.samples[0]?.body ?? {}, null, 2);
  const problem = jsonProblem(text);

  function run() {
    if (!trigger || problem !== undefined) return;
    start.mutate(
      { id: flowId, nodeId: trigger.id, payload: JSON.parse(text) as unknown },
      {
        onSuccess: ({ requestId }) => {
          screen.getState().watch(requestId);
          screen.getState().showActivity({ activityFolded: false });
          announcements.getState().say(say('designer.test-run.started'));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={say('designer.test-run.start-title')}
      description={say('designer.test-run.start-description')}
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            busy={start.isPending}
            disabled={problem !== undefined || !trigger}
            onClick={run}
          >
            {say('designer.header.run')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorBanner error={start.error} />
        {triggers.length > 1 && (
          <Select
            label={say('signals.trigger')}
            value={trigger?.id}
            onChange={choose}
            options={triggers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          label={say('signals.payload')}
          mono
          rows={10}
          value={text}
          error={problem}
          hint={say('designer.test-run.start-hint')}
          onChange={setEdited}
        />
      </div>
    </Dialog>
  );
}
