import { type FlowNode, withPinned } from '@sluice/schema';
import { Braces, Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import type { KnownValues } from '../mapping/known-values.ts';
import { useMayBuild } from '../state/may-build.ts';
import { PinnedEditor } from './PinnedEditor.tsx';

interface PinnedOutputsProps<Node extends FlowNode> {
  readonly node: Node;
  readonly onChange: (node: Node) => void;
  /** What is known of the node's outputs. */
  readonly known: KnownValues;
}

/** Says whether a node's outputs are pinned, and lets a person pin, change or unpin them. */
export function PinnedOutputs<Node extends FlowNode>({
  node,
  onChange,
  known,
}: PinnedOutputsProps<Node>) {
  const [isEditing, setEditing] = useState(false);
  const mayBuild = useMayBuild();
  const { pinned } = node;
  if (!mayBuild && !pinned) return null;
  const isReal = known.origin === 'run' || known.origin === 'signal';
  return (
    <section
      aria-label={say('designer.pinned.in-list')}
      className="mb-4 rounded-r2 border bg-sunken px-3 py-2.5"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Pin className={`size-4 ${pinned ? 'text-accent' : 'text-faint'}`} aria-hidden />
        <p className="min-w-60 flex-1 text-muted">
          {say(pinned ? 'designer.pinned.explanation' : 'designer.pinned.explanation-none')}
        </p>
        {mayBuild && !isEditing && (
          <>
            {!pinned && isReal && (
              <Button
                size="small"
                icon={<Pin aria-hidden />}
                onClick={() => onChange(withPinned(node, { outputs: known.values }))}
              >
                {say('designer.pinned.pin')}
              </Button>
            )}
            <Button size="small" icon={<Braces aria-hidden />} onClick={() => setEditing(true)}>
              {say(pinned ? 'designer.pinned.edit' : 'designer.pinned.write')}
            </Button>
            {pinned && (
              <Button
                size="small"
                icon={<PinOff aria-hidden />}
                onClick={() => onChange(withPinned(node, undefined))}
              >
                {say('designer.pinned.unpin')}
              </Button>
            )}
          </>
        )}
      </div>
      {isEditing && (
        <PinnedEditor
          node={node}
          start={pinned ?? { outputs: known.values }}
          onCancel={() => setEditing(false)}
          onKeep={(next) => {
            onChange(withPinned(node, next));
            setEditing(false);
          }}
        />
      )}
    </section>
  );
}
