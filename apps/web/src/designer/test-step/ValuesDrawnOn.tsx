import type { NodeId, StepNode, Values } from '@sluice/schema';
import { Undo2 } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { say } from '../../words/say.ts';
import { useMapping } from '../mapping/mapping.ts';
import { drawnOn, editableText, keyOf } from './drawn-on.ts';

interface ValuesDrawnOnProps {
  readonly step: StepNode;
  readonly outputsOfNode: (nodeId: NodeId) => Values | undefined;
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (typed: Readonly<Record<string, string>>) => void;
}

/** Every value that a step draws on, to be typed over for a test. */
export function ValuesDrawnOn({ step, outputsOfNode, typed, onType }: ValuesDrawnOnProps) {
  const { viewOf } = useMapping();
  const all = drawnOn(step);
  if (all.length === 0) return <p className="text-muted">{say('designer.test-step.none')}</p>;
  return (
    <section aria-label={say('designer.test-step.values')} className="grid gap-3">
      {all.map((on) => {
        const key = keyOf(on);
        const { source, output } = viewOf(on);
        const text = typed[key] ?? editableText(outputsOfNode(on.nodeId)?.[on.output]);
        const { [key]: _typed, ...others } = typed;
        return (
          <TextArea
            key={key}
            label={`${source} › ${output}`}
            rows={text.length > 60 || text.includes('\n') ? 3 : 1}
            value={text}
            onChange={(next) => onType({ ...typed, [key]: next })}
            placeholder={say('runs.value.none')}
            labelEnd={
              typed[key] !== undefined && (
                <span className="flex items-center gap-1 text-hint text-accent">
                  {say('designer.test-step.typed-over')}
                  <IconButton
                    label={say('designer.test-step.reset')}
                    size="small"
                    icon={<Undo2 />}
                    onClick={() => onType(others)}
                  />
                </span>
              )
            }
          />
        );
      })}
    </section>
  );
}
