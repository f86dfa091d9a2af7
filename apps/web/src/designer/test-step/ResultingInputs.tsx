import {
  CONSTANTS,
  type Lookup,
  type NodeId,
  type StepNode,
  type Values,
  isTemplate,
} from '@sluice/schema';
import { useMemo } from 'react';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { MappingContext, useMapping } from '../mapping/mapping.ts';
import { TemplatePreview } from '../mapping/TemplatePreview.tsx';
import { keyOf, typedValue } from './drawn-on.ts';

interface ResultingInputsProps {
  readonly step: StepNode;
  readonly outputsOfNode: (nodeId: NodeId) => Values | undefined;
  readonly typed: Readonly<Record<string, string>>;
}

/** What the inputs of a step become with the values that were chosen, before it is run. */
export function ResultingInputs({ step, outputsOfNode, typed }: ResultingInputsProps) {
  const mapping = useMapping();
  const manifest = useStepManifest(step.type);
  const chosen = useMemo(() => {
    const lookup: Lookup = (nodeId) => {
      if (nodeId === CONSTANTS) return mapping.lookup(nodeId);
      const outputs = outputsOfNode(nodeId) ?? {};
      const over = Object.entries(typed)
        .filter(([key]) => key === keyOf({ nodeId, output: key.slice(nodeId.length + 1) }))
        .map(([key, text]) => {
          const output = key.slice(nodeId.length + 1);
          return [output, typedValue(text, outputs[output])];
        });
      return { ...outputs, ...Object.fromEntries(over) };
    };
    // Where the values are from is said above, once for all of them.
    return { ...mapping, lookup, sources: [] };
  }, [mapping, outputsOfNode, typed]);
  const mapped = Object.entries(step.inputs).flatMap(([name, value]) =>
    isTemplate(value) && value.some((part) => 'pill' in part) ? [{ name, value }] : [],
  );
  if (mapped.length === 0) return null;
  return (
    <section aria-label={say('designer.test-step.becomes')} className="mt-5">
      <h3 className="mb-1.5 font-semibold">{say('designer.test-step.becomes')}</h3>
      <MappingContext value={chosen}>
        <dl className="grid gap-1.5">
          {mapped.map(({ name, value }) => {
            const field = manifest?.inputs[name];
            return (
              <div key={name}>
                <dt className="text-hint text-muted">{field?.label ?? name}</dt>
                <dd>
                  <TemplatePreview template={value} control={field?.control ?? 'text'} />
                </dd>
              </div>
            );
          })}
        </dl>
      </MappingContext>
    </section>
  );
}
