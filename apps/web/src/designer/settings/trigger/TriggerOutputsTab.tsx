import { useState } from 'react';
import { useCatalogue } from '../../../catalogue/use-catalogue.ts';
import { say } from '../../../words/say.ts';
import type { KnownValues } from '../../mapping/known-values.ts';
import { declaredOutputs } from '../../mapping/node-outputs.ts';
import { OutputsTab } from '../OutputsTab.tsx';
import { PayloadTree } from './PayloadTree.tsx';
import { DeclareOutput } from './DeclareOutput.tsx';
import { PastedSample } from './PastedSample.tsx';
import { PickedRow } from './PickedRow.tsx';
import { dropOutput, isPicked, pickOutput, renameOutput } from './pick-output.ts';
import type { TriggerTabProps } from './TriggerSettingsTab.tsx';

/** A trigger's outputs, and its payload, out of which any deeper value can be picked as one more. */
export function TriggerOutputsTab(props: TriggerTabProps & { readonly known: KnownValues }) {
  const { node, onChange, manifest, saved, known } = props;
  const last = saved.detail?.lastSignal;
  const [pasted, setPasted] = useState<unknown>();
  const payload = pasted ?? (last ? last.payload : manifest.samples[0]?.body);
  const outputs = declaredOutputs(node, useCatalogue());
  const picked = node.picked ?? [];
  const origin =
    pasted !== undefined
      ? say('designer.settings.trigger.outputs.origin-pasted')
      : last
        ? say('designer.settings.trigger.outputs.origin-signal')
        : say('designer.settings.trigger.outputs.origin-sample');
  return (
    <OutputsTab node={node} onChange={onChange} known={known}>
      <section aria-labelledby="picked" className="mt-7">
        <h3 id="picked" className="font-semibold">
          {say('designer.settings.trigger.outputs.pick-more')}
        </h3>
        <p className="mb-3 max-w-prose text-muted">
          {say('designer.settings.trigger.outputs.pick-hint', { origin })}
        </p>
        <PastedSample onPaste={setPasted} />
        {picked.length > 0 && (
          <ul
            aria-label={say('designer.settings.trigger.outputs.picked')}
            className="mb-4 flex flex-col gap-2"
          >
            {picked.map(({ name, label, path }) => (
              <PickedRow
                key={name}
                {...{ name, label, path }}
                value={known.values[name]}
                onRename={(text) => onChange(renameOutput(node, name, text))}
                onRemove={() => onChange(dropOutput(node, name))}
              />
            ))}
          </ul>
        )}
        <PayloadTree
          payload={payload}
          isPicked={(path) => isPicked(node, path)}
          onPick={(path) => onChange(pickOutput(node, path, outputs))}
        />
        <DeclareOutput onDeclare={(path) => onChange(pickOutput(node, path, outputs))} />
      </section>
    </OutputsTab>
  );
}
