import type { NodeId } from '@sluice/schema';
import { Pencil, Trash2 } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { useCommands } from './use-commands.ts';

interface NodeActionsProps {
  readonly nodeId: NodeId;
  readonly name: string;
}

/** Pencil and bin, shown while the pointer is over a card. By keyboard: Enter and Delete. */
export function NodeActions({ nodeId, name }: NodeActionsProps) {
  const openSettings = useScreen((screen) => screen.openSettings);
  const { remove } = useCommands();
  const mayBuild = useMayBuild();
  return (
    <div className="node-actions nodrag nopan">
      <button
        type="button"
        tabIndex={-1}
        aria-label={say('connections.edit-named', { name })}
        title={say('designer.settings.step.edit')}
        onClick={() => openSettings(nodeId)}
      >
        <Pencil aria-hidden />
      </button>
      {mayBuild && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={say('connections.delete-named', { name })}
          title={say('ui.delete')}
          data-danger
          onClick={() => remove([nodeId])}
        >
          <Trash2 aria-hidden />
        </button>
      )}
    </div>
  );
}
