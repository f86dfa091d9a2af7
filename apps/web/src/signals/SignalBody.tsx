import type { SignalDetail } from '@sluice/schema';
import { Info } from 'lucide-react';
import { useFlow } from '../api/flows.ts';
import { useTriggerManifest } from '../catalogue/use-catalogue.ts';
import { ValuesTable } from '../runs/ValuesTable.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { SignalFacts } from './SignalFacts.tsx';
import { SignalPayload } from './SignalPayload.tsx';
import { outcomeLook } from './outcome-look.ts';

interface SignalBodyProps {
  readonly signal: SignalDetail;
  readonly onOpenSignal: (id: string) => void;
}

/** Why a signal ended as it did, where it came from, and what it brought. */
export function SignalBody({ signal, onOpenSignal }: SignalBodyProps) {
  const outputs = useOutputLabels(signal);
  return (
    <>
      <div className="flex gap-2.5 rounded-r1 border bg-sunken px-3 py-2">
        <Info className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
        <div className="min-w-0 break-words">
          <p className="font-medium">{outcomeLook[signal.outcome].meaning}</p>
          {signal.reason !== undefined && (
            <p className="text-muted">{saySentence(signal.reason)}</p>
          )}
        </div>
      </div>
      <SignalFacts signal={signal} onOpenSignal={onOpenSignal} />
      <Tabs
        label={say('signals.body.title')}
        panelClassName="pt-3"
        tabs={[
          {
            id: 'outputs',
            label: say('signals.outputs'),
            content: (
              <div className="rounded-r1 border">
                <ValuesTable
                  values={signal.outputs}
                  labels={outputs}
                  empty={say('signals.body.nothing-read')}
                />
              </div>
            ),
          },
          {
            id: 'payload',
            label: say('signals.payload'),
            content: <SignalPayload signal={signal} />,
          },
        ]}
      />
    </>
  );
}

/** The labels of the trigger's outputs, while the flow that has the trigger is still there. */
function useOutputLabels({ flowId, triggerId }: SignalDetail) {
  const { data: flow } = useFlow(flowId ?? '', { enabled: flowId !== undefined });
  const trigger = flow?.nodes.find((node) => node.id === triggerId);
  return useTriggerManifest(trigger?.type ?? '')?.outputs;
}
