import { X } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { KnownValues } from '../../mapping/known-values.ts';
import { pathLabel, valueText } from '../../mapping/value-text.ts';
import { OutputsTab } from '../OutputsTab.tsx';
import { PayloadTree } from './PayloadTree.tsx';
import { dropOutput, isPicked, pickOutput, renameOutput } from './pick-output.ts';
import type { TriggerTabProps } from './TriggerSettingsTab.tsx';

/** A trigger's outputs, and its payload, out of which any deeper value can be picked as one more. */
export function TriggerOutputsTab(props: TriggerTabProps & { readonly known: KnownValues }) {
  const { node, onChange, manifest, saved, known } = props;
  const last = saved.detail?.lastSignal;
  const payload = last ? last.payload : manifest.samples[0]?.body;
  const declared = new Set(Object.keys(manifest.outputs));
  const picked = node.picked ?? [];
  return (
    <OutputsTab node={node} known={known}>
      <section aria-labelledby="picked" className="mt-7">
        <h3 id="picked" className="font-semibold">
          Pick more from the payload
        </h3>
        <p className="mb-3 max-w-prose text-muted">
          Any value that {last ? 'the last signal' : 'a signal'} brings can become an output of its
          own. {last ? 'This is the payload of the last signal.' : 'This is a sample payload.'}
        </p>
        {picked.length > 0 && (
          <ul aria-label="Picked outputs" className="mb-4 flex flex-col gap-2">
            {picked.map(({ name, label, path }) => (
              <li key={name} className="flex items-center gap-3">
                <TextField
                  className="w-60"
                  label={`Label of ${name}`}
                  hideLabel
                  value={label}
                  maxLength={120}
                  onChange={(text) => onChange(renameOutput(node, name, text))}
                />
                <span className="text-hint text-muted">{pathLabel(path)}</span>
                <code className="min-w-0 flex-1 truncate text-right text-hint">
                  {valueText(known.values[name])}
                </code>
                <IconButton
                  plain
                  size="small"
                  label={`Remove ${label}`}
                  icon={<X />}
                  onClick={() => onChange(dropOutput(node, name))}
                />
              </li>
            ))}
          </ul>
        )}
        <PayloadTree
          payload={payload}
          isPicked={(path) => isPicked(node, path)}
          onPick={(path) => onChange(pickOutput(node, path, declared))}
        />
      </section>
    </OutputsTab>
  );
}
