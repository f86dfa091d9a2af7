import type { TriggerManifest, TriggerNode } from '@sluice/schema';
import { MappingContext, noMapping } from '../../mapping/mapping.ts';
import { formNode } from '../step/form-node.ts';
import { InputField } from '../step/InputField.tsx';
import { setInput } from '../step/set-input.ts';
import { useNodeProblems } from '../step/use-node-problems.ts';

export interface TriggerInputsProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
  readonly manifest: TriggerManifest;
  /** The input to begin at, by its name. */
  readonly focusInput: string | undefined;
}

/** What a trigger asks its builder for. Nothing comes before it, so nothing can be mapped. */
export function TriggerInputs({ node, onChange, manifest, focusInput }: TriggerInputsProps) {
  const { inputs: problems } = useNodeProblems(node);
  const fields = Object.entries(manifest.inputs);
  if (fields.length === 0) return null;
  return (
    <MappingContext value={noMapping}>
      <div className="grid grid-cols-2 gap-x-3.5 gap-y-4 max-[599px]:grid-cols-1">
        {fields.map(([name, field]) => (
          <InputField
            key={name}
            name={name}
            field={field}
            node={formNode(node)}
            inputs={manifest.inputs}
            problem={problems.get(name)}
            focusAtOnce={name === focusInput}
            onChange={(value) => onChange(setInput(node, name, value))}
          />
        ))}
      </div>
    </MappingContext>
  );
}
