import type { NodeId, Position } from '@sluice/schema';
import { Ban, Cable, CirclePlay, CopyPlus, Pencil, Scissors, Trash2 } from 'lucide-react';
import { useMay } from '../../api/session.ts';
import { DropdownMenu, type MenuItem } from '../../ui/DropdownMenu.tsx';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { focusNode } from './focus-node.ts';
import { useStartable } from '../test-run/use-startable.ts';
import { useCommands } from './use-commands.ts';

interface NodeMenuProps {
  readonly nodeId: NodeId;
  readonly at: Position;
  readonly onClose: () => void;
}

/** What can be done with a node, or with all that are selected with it. */
export function NodeMenu({ nodeId, at, onClose }: NodeMenuProps) {
  const { canvas, screen } = useDesigner();
  const node = useFlowDocument(({ flow }) => flow.nodes.find((each) => each.id === nodeId));
  const commands = useCommands();
  const mayBuild = useMayBuild();
  const mayRun = useMay('run');
  const isStartable = useStartable().some(({ id }) => id === nodeId);
  if (!node) return null;
  const ids = canvas.getState().selectedIds.includes(nodeId)
    ? canvas.getState().selectedIds
    : [nodeId];
  const { openSettings, open } = screen.getState();

  const look: MenuItem[] = [
    {
      label: mayBuild ? 'Edit' : 'Show settings',
      icon: <Pencil aria-hidden />,
      hint: 'Enter',
      onSelect: () => afterClosing(() => openSettings(nodeId)),
    },
  ];
  const run: MenuItem[] = [
    {
      label: 'Run …',
      icon: <CirclePlay aria-hidden />,
      onSelect: () => afterClosing(() => open({ name: 'start', nodeId })),
    },
  ];
  const first = mayRun && isStartable ? [...look, ...run] : look;
  const build: MenuItem[] = [
    {
      label: 'Connect to …',
      icon: <Cable aria-hidden />,
      hint: 'C',
      onSelect: () => afterClosing(() => open({ name: 'connect', nodeId })),
    },
    {
      label: 'Duplicate',
      icon: <CopyPlus aria-hidden />,
      hint: 'Ctrl D',
      onSelect: () => commands.duplicate(ids),
    },
    {
      label: node.disabled ? 'Enable' : 'Disable',
      icon: <Ban aria-hidden />,
      hint: 'D',
      onSelect: () => commands.setDisabled(ids, !node.disabled),
    },
  ];
  const remove: MenuItem[] = [
    {
      label: 'Delete and reconnect',
      icon: <Scissors aria-hidden />,
      hint: 'Shift Del',
      onSelect: () => commands.removeAndReconnect(ids),
    },
    {
      label: ids.length > 1 ? `Delete ${ids.length} nodes` : 'Delete',
      icon: <Trash2 aria-hidden />,
      hint: 'Del',
      tone: 'danger',
      onSelect: () => commands.remove(ids),
    },
  ];

  return (
    <DropdownMenu
      key={`${nodeId} ${at.x} ${at.y}`}
      open
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        onClose();
        focusNode(nodeId);
      }}
      align="start"
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Menu of ${node.name}`}
          style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0 }}
        />
      }
      groups={mayBuild ? [first, build, remove] : [first]}
    />
  );
}

/** Closing the menu clears what is open, so what comes next waits for that. */
function afterClosing(act: () => void): void {
  requestAnimationFrame(act);
}
