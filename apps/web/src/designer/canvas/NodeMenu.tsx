import type { NodeId, Position } from '@sluice/schema';
import { Ban, Cable, CirclePlay, CopyPlus, Pencil, Replace, Scissors, Trash2 } from 'lucide-react';
import { useMay } from '../../api/session.ts';
import { DropdownMenu, type MenuItem } from '../../ui/DropdownMenu.tsx';
import { keyNames } from '../../ui/key-name.ts';
import { say } from '../../words/say.ts';
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
      label: mayBuild
        ? say('designer.settings.step.edit')
        : say('designer.canvas.menu.show-settings'),
      icon: <Pencil aria-hidden />,
      hint: keyNames('Enter'),
      onSelect: () => afterClosing(() => openSettings(nodeId)),
    },
  ];
  const run: MenuItem[] = [
    {
      label: say('designer.canvas.menu.run'),
      icon: <CirclePlay aria-hidden />,
      onSelect: () => afterClosing(() => open({ name: 'start', nodeId })),
    },
  ];
  const first = mayRun && isStartable ? [...look, ...run] : look;
  const build: MenuItem[] = [
    {
      label: say('designer.canvas.menu.connect'),
      icon: <Cable aria-hidden />,
      hint: 'C',
      onSelect: () => afterClosing(() => open({ name: 'connect', nodeId })),
    },
    {
      label: say('designer.replacing.menu'),
      icon: <Replace aria-hidden />,
      onSelect: () => afterClosing(() => open({ name: 'replace', nodeId })),
    },
    {
      label: say('designer.canvas.menu.duplicate'),
      icon: <CopyPlus aria-hidden />,
      hint: keyNames('Ctrl D'),
      onSelect: () => commands.duplicate(ids),
    },
    {
      label: node.disabled
        ? say('designer.canvas.menu.enable')
        : say('designer.canvas.menu.disable'),
      icon: <Ban aria-hidden />,
      hint: 'D',
      onSelect: () => commands.setDisabled(ids, !node.disabled),
    },
  ];
  const remove: MenuItem[] = [
    {
      label: say('designer.canvas.menu.delete-reconnect'),
      icon: <Scissors aria-hidden />,
      hint: keyNames('Shift Del'),
      onSelect: () => commands.removeAndReconnect(ids),
    },
    {
      label:
        ids.length > 1
          ? say('designer.canvas.menu.delete-several', { count: ids.length })
          : say('ui.delete'),
      icon: <Trash2 aria-hidden />,
      hint: keyNames('Del'),
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
          aria-label={say('designer.canvas.menu.of', { name: node.name })}
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
