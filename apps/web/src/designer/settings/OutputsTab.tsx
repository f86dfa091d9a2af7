import type { ReactNode } from 'react';
import { type FlowNode, asText } from '@sluice/schema';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import type { KnownValues } from '../mapping/known-values.ts';
import { errorOutputs, offeredBy } from '../mapping/node-outputs.ts';
import { valueText } from '../mapping/value-text.ts';
import { PinnedOutputs } from '../pinned/PinnedOutputs.tsx';
import { ownOrigin } from './values-origin.ts';

interface OutputsTabProps<Node extends FlowNode> {
  readonly node: Node;
  readonly onChange: (node: Node) => void;
  readonly known: KnownValues;
  /** Stands beneath the table. */
  readonly children?: ReactNode;
}

/** Everything a node hands on: each output with its sample and, once there is one, its real value. */
export function OutputsTab<Node extends FlowNode>({
  node,
  onChange,
  known,
  children,
}: OutputsTabProps<Node>) {
  const catalogue = useCatalogue();
  const isReal = known.origin !== 'sample';
  const outputs = offeredBy(node, catalogue);
  return (
    <div className="h-full overflow-y-auto px-5 py-4">
      <p className="mb-3 max-w-prose text-muted">
        {say('designer.settings.outputs.explanation', { origin: ownOrigin(node, known) })}
      </p>
      <PinnedOutputs node={node} onChange={onChange} known={known} />
      <table className="w-full table-fixed border-collapse text-left">
        <thead>
          <tr className="border-b text-hint text-muted">
            <th className="w-[28%] py-1.5 pr-3 font-medium">
              {say('designer.settings.outputs.output')}
            </th>
            <th className="py-1.5 pr-3 font-medium">
              {known.origin === 'pinned'
                ? say('designer.pinned.column')
                : isReal
                  ? say('designer.settings.outputs.last-real')
                  : say('designer.settings.outputs.sample')}
            </th>
            {isReal && (
              <th className="w-[24%] py-1.5 pr-3 font-medium">
                {say('designer.settings.outputs.sample')}
              </th>
            )}
            <th className="w-10 py-1.5">
              <span className="sr-only">{say('ui.copy')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outputs.map(({ name, label, help, sample }) => (
            <tr key={name} className="border-b align-baseline">
              <th scope="row" className="py-1.5 pr-3 font-medium">
                {label}
                {help !== undefined && (
                  <span className="block text-hint font-normal text-muted">{help}</span>
                )}
              </th>
              <td className="py-1.5 pr-3">
                <Value value={known.values[name]} isSample={!isReal} />
              </td>
              {isReal && (
                <td className="py-1.5 pr-3">
                  <Value value={sample} isSample />
                </td>
              )}
              <td className="py-0.5 text-right align-top">
                <CopyButton
                  size="small"
                  iconOnly
                  label={say('ui.copy-named', { name: label })}
                  text={asText(known.values[name])}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {node.kind === 'step' && (
        <p className="mt-3 text-hint text-muted">
          {say('designer.settings.outputs.on-error', {
            outputs: listText(errorOutputs.map((output) => output.label)),
          })}
        </p>
      )}
      {children}
    </div>
  );
}

function Value({ value, isSample }: { readonly value: unknown; readonly isSample: boolean }) {
  return (
    <code
      title={valueText(value, 1000)}
      className={`block truncate text-hint ${isSample ? 'text-faint' : ''}`}
    >
      {valueText(value, 160)}
    </code>
  );
}
