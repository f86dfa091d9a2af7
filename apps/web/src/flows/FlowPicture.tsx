import type { FlowSummary } from '@sluice/schema';
import { NodeTile } from '../catalogue/NodeTile.tsx';
import { say } from '../words/say.ts';

const SHOWN = 7;

type PicturedFlow = Pick<FlowSummary, 'nodeTypes' | 'nodeCount'>;

/** The nodes of a flow as a row of small tiles. Decorative: the flow's name stands above. */
export function FlowPicture({ flow }: { readonly flow: PicturedFlow }) {
  const { nodeTypes, nodeCount } = flow;
  if (nodeTypes.length === 0)
    return <p className="text-hint text-faint">{say('flows.nothing-drawn')}</p>;
  const more = nodeCount - SHOWN;
  return (
    <div className="flex items-center overflow-hidden" aria-hidden>
      {nodeTypes.slice(0, SHOWN).map((type, index) => (
        <span key={index} className="flex items-center">
          {index > 0 && <span className="h-px w-2 bg-line-strong" />}
          <NodeTile type={type} size="small" />
        </span>
      ))}
      {more > 0 && <span className="pl-2 text-hint text-faint">+{more}</span>}
    </div>
  );
}
