import { type NodeId, canConnect } from '@sluice/schema';
import { Command } from 'cmdk';
import { useState } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { exitsInWords } from '../../catalogue/exits-in-words.ts';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { Connected } from './Connected.tsx';
import { useCommands } from './use-commands.ts';

interface ConnectDialogProps {
  readonly nodeId: NodeId;
  readonly onClose: () => void;
}

/** Connects a node without a pointer: choose an exit if there are several, then where it leads. */
export function ConnectDialog({ nodeId, onClose }: ConnectDialogProps) {
  const flow = useFlowDocument((state) => state.flow);
  const node = flow.nodes.find((each) => each.id === nodeId);
  const manifest = useStepManifest(node?.type ?? '');
  const exits = node ? exitsInWords(node, manifest) : [];
  const [exit, setExit] = useState(exits[0]?.id ?? 'next');
  const { connect } = useCommands();
  if (!node) return null;

  const targets = flow.nodes.flatMap((target) => {
    if (target.id === nodeId || target.kind === 'trigger') return [];
    const refusal = canConnect(flow, { source: nodeId, exit, target: target.id });
    return [{ target, refusal }];
  });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={say('designer.canvas.connect.title', { name: node.name })}
      description={say('designer.canvas.connect.description')}
      size="small"
    >
      <Connected nodeId={nodeId} />
      {exits.length > 1 && (
        <Select
          label={say('designer.canvas.connect.exit')}
          value={exit}
          onChange={setExit}
          options={exits.map(({ id, label }) => ({ value: id, label }))}
          className="mb-3"
        />
      )}
      {targets.length === 0 ? (
        <p className="py-4 text-muted">{say('designer.canvas.connect.nothing')}</p>
      ) : (
        <Command
          label={say('designer.canvas.connect.to')}
          className="overflow-hidden rounded-r1 border"
          loop
        >
          <Command.Input
            autoFocus
            placeholder={say('designer.canvas.connect.search')}
            className="h-9 w-full border-b bg-transparent px-3 outline-none"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-3 py-6 text-center text-muted">
              {say('designer.canvas.connect.not-found')}
            </Command.Empty>
            {targets.map(({ target, refusal }) => (
              <Command.Item
                key={target.id}
                value={target.id}
                keywords={[target.name]}
                disabled={refusal !== undefined}
                onSelect={() => {
                  connect({ source: nodeId, exit, target: target.id });
                  onClose();
                }}
                className="flex items-center gap-2.5 rounded-r1 px-2 py-1.5 data-[disabled=true]:opacity-55 data-[selected=true]:bg-accent-soft"
              >
                <NodeTile type={target.type} size="small" />
                <span className="min-w-0">
                  <span className="block truncate font-medium">{target.name}</span>
                  {refusal !== undefined && (
                    <span className="block text-hint text-muted">{refusal}</span>
                  )}
                </span>
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      )}
    </Dialog>
  );
}
