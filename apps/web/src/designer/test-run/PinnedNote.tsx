import { type TriggerNode, isStep } from '@sluice/schema';
import { Pin } from 'lucide-react';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** Says before a test which nodes it will not run, because their outputs are pinned. */
export function PinnedNote({ trigger }: { readonly trigger: TriggerNode }) {
  const nodes = useFlowDocument(({ flow }) => flow.nodes);
  const steps = nodes.filter((node) => isStep(node) && node.pinned && !node.disabled);
  if (steps.length === 0 && !trigger.pinned) return null;
  const names = listText(steps.map(({ name }) => `“${name}”`));
  return (
    <div className="flex items-start gap-2 rounded-r1 bg-accent-soft px-3 py-2 text-accent">
      <Pin className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div>
        {trigger.pinned && (
          <p>{say('designer.pinned.in-test-trigger', { name: `“${trigger.name}”` })}</p>
        )}
        {steps.length > 0 && (
          <p>{say('designer.pinned.in-test', { names, count: steps.length })}</p>
        )}
      </div>
    </div>
  );
}
