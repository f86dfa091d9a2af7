import type { TriggerNode } from '@sluice/schema';
import { isTrigger } from '@sluice/schema';
import { CircleCheck, Play } from 'lucide-react';
import { useState } from 'react';
import { useTriggerDetail } from '../../api/flow-triggers.ts';
import { useTestFlow } from '../../api/flows.ts';
import { useTriggerManifest } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useSaving } from '../state/use-saving.ts';
import { jsonProblem } from './json-problem.ts';
import { PinnedNote } from './PinnedNote.tsx';
import { payloadChoices } from './payload-choices.ts';

/** Runs the draft with a payload and shows that run on the canvas. */
export function TestDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useFlowDocument((state) => state.flow);
  const triggers = flow.nodes.filter(isTrigger).filter((node) => !node.disabled);
  const [chosenId, choose] = useState<string>();
  const trigger = triggers.find((node) => node.id === chosenId) ?? triggers[0];
  if (!trigger) {
    return (
      <Dialog open onOpenChange={onClose} title={say('designer.test-run.test-title')}>
        <EmptyState icon={<Play />} title={say('designer.test-run.no-trigger')}>
          {say('designer.test-run.no-trigger-hint')}
        </EmptyState>
      </Dialog>
    );
  }
  return (
    <TestForm
      key={trigger.id}
      trigger={trigger}
      triggers={triggers}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

interface TestFormProps {
  readonly trigger: TriggerNode;
  readonly triggers: readonly TriggerNode[];
  readonly onChoose: (triggerId: string) => void;
  readonly onClose: () => void;
}

function TestForm({ trigger, triggers, onChoose, onClose }: TestFormProps) {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const saved = useSaving(({ phase }) => phase === 'saved');
  const reason = useSaving((saving) => saving.reason);
  const manifest = useTriggerManifest(trigger.type);
  const { data: detail } = useTriggerDetail({ flowId, nodeId: trigger.id }, { enabled: saved });
  const choices = payloadChoices(manifest?.samples ?? [], detail?.lastSignal);
  const [choice, setChoice] = useState<string>();
  const [edited, setEdited] = useState<string>();
  const [unsaved, setUnsaved] = useState(false);
  const { screen, announcements, canvas } = useDesigner();
  const autosave = useAutosave();
  const test = useTestFlow();

  const chosen = choices.find((each) => each.id === choice) ?? choices[0];
  const text = edited ?? chosen?.text ?? '{}';
  const problem = jsonProblem(text);

  async function run() {
    if (problem !== undefined) return;
    const isSaved = await autosave.flush();
    setUnsaved(!isSaved);
    if (!isSaved) return;
    test.mutate(
      { id: flowId, nodeId: trigger.id, payload: JSON.parse(text) as unknown },
      {
        onSuccess: ({ requestId }) => {
          // What is selected would hold the panel where it is; the run leads it to what matters.
          canvas.getState().select([]);
          screen.getState().watch(requestId);
          screen.getState().showActivity({ activityFolded: false });
          announcements.getState().say(say('designer.test-run.test-started'));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={say('designer.test-run.test-title')}
      description={say('designer.test-run.test-description')}
      footer={
        <>
          <span className="mr-auto text-hint text-muted">
            {say('designer.test-run.saved-first')}
          </span>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            autoFocus
            variant="primary"
            icon={<Play aria-hidden />}
            busy={test.isPending}
            disabled={problem !== undefined}
            onClick={() => void run()}
          >
            {say('designer.test-run.run-test')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorBanner error={test.error} />
        <PinnedNote trigger={trigger} />
        {unsaved && <ErrorBanner error={new Error(reason ?? say('designer.test-run.not-saved'))} />}
        <div className="grid grid-cols-2 gap-4 max-[600px]:grid-cols-1">
          {triggers.length > 1 && (
            <Select
              label={say('signals.trigger')}
              value={trigger.id}
              onChange={onChoose}
              options={triggers.map((node) => ({ value: node.id, label: node.name }))}
            />
          )}
          {choices.length > 0 && (
            <Select
              label={say('signals.payload')}
              value={chosen?.id}
              onChange={(id) => {
                setChoice(id);
                setEdited(undefined);
              }}
              options={choices.map(({ id, label, hint }) => ({ value: id, label, hint }))}
            />
          )}
        </div>
        <TextArea
          label={say('designer.test-run.body')}
          mono
          rows={16}
          value={text}
          onChange={setEdited}
          error={problem}
          hint={
            <span className="inline-flex items-center gap-1">
              <CircleCheck className="size-3.5 text-ok" aria-hidden />
              {edited === undefined
                ? say('designer.test-run.valid')
                : say('designer.test-run.valid-edited')}
            </span>
          }
        />
      </div>
    </Dialog>
  );
}
