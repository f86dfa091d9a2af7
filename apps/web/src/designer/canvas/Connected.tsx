import { type FlowEdge, type NodeId, exitsOf } from '@sluice/schema';
import { Unplug } from 'lucide-react';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useCommands } from './use-commands.ts';

/** Where a node's edges lead already, each of which can be deleted here without a pointer. */
export function Connected({ nodeId }: { readonly nodeId: NodeId }) {
  const flow = useFlowDocument((state) => state.flow);
  const leaving = flow.edges.filter(({ source }) => source === nodeId);
  if (leaving.length === 0) return null;
  return (
    <ul aria-label={say('designer.spoken.connected')} className="mb-3 grid gap-1">
      {leaving.map((edge) => (
        <Line key={edge.id} edge={edge} />
      ))}
    </ul>
  );
}

function Line({ edge }: { readonly edge: FlowEdge }) {
  const nodes = useFlowDocument(({ flow }) => flow.nodes);
  const source = nodes.find(({ id }) => id === edge.source);
  const target = nodes.find(({ id }) => id === edge.target);
  const manifest = useStepManifest(source?.type ?? '');
  const { disconnect } = useCommands();
  if (!source || !target) return null;
  const exit = exitsOf(source, manifest).find(({ id }) => id === edge.exit);
  return (
    <li className="flex items-center gap-2 rounded-r1 bg-sunken pl-3">
      <span className="min-w-0 flex-1 truncate">
        {edge.exit !== 'next' && <span className="text-muted">{exit?.label ?? edge.exit} → </span>}
        {target.name}
      </span>
      <IconButton
        label={say('designer.spoken.disconnect-from', { name: target.name })}
        icon={<Unplug />}
        size="small"
        variant="danger"
        plain
        onClick={() => disconnect([edge.id])}
      />
    </li>
  );
}
