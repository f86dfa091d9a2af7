import { type FlowNode, exitsOf, manifestIndex } from '@sluice/schema';
import { CornerDownRight, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useCatalogue, useStepManifest } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { useOfWatchedRun } from '../activity/use-watched-run.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { paintOfNode } from '../canvas/paint.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { useProblemsOf } from '../validation/use-problems.ts';
import { ItemButtons } from './ItemButtons.tsx';
import type { OutlineLine } from './outline-of.ts';
import { paintWords } from './paint-words.ts';
import { useChoosing } from './use-choosing.ts';

interface OutlineItemProps {
  readonly line: OutlineLine;
  readonly canBeReached: boolean;
}

/** A node in the list, or where it goes on when that stands elsewhere. */
export const OutlineItem = memo(function OutlineItem({ line, canBeReached }: OutlineItemProps) {
  const node = useFlowDocument(({ flow }) => flow.nodes.find(({ id }) => id === line.nodeId));
  if (!node) return null;
  return line.isReference ? (
    <Reference node={node} line={line} />
  ) : (
    <Item node={node} line={line} canBeReached={canBeReached} />
  );
});

type ItemProps = OutlineItemProps & { readonly node: FlowNode };

function Item({ node, line, canBeReached }: ItemProps) {
  const selected = useCanvas(({ selectedIds }) => selectedIds.includes(node.id));
  const spoken = useCanvas(({ nodes }) => nodes.find(({ id }) => id === node.id)?.ariaLabel);
  const openSettings = useScreen((screen) => screen.openSettings);
  const problems = useProblemsOf(node.id);
  const paint = useOfWatchedRun((run) => paintOfNode(run, node.id));
  const way = useWay(line);
  const choosing = useChoosing(node.id);
  const state = paint && say(paintWords[paint]);
  return (
    <div
      {...choosing}
      role="treeitem"
      aria-level={line.level + 1}
      aria-selected={selected}
      aria-label={[way, spoken, state].filter(Boolean).join(', ')}
      tabIndex={canBeReached ? 0 : -1}
      data-id={node.id}
      data-disabled={node.disabled || undefined}
      className="outline-item"
      style={{ paddingLeft: indent(line) }}
      onDoubleClick={() => openSettings(node.id)}
    >
      {way !== undefined && <span className="outline-way">{way}</span>}
      <NodeTile type={node.type} size="small" />
      <b className="truncate font-semibold">{node.name}</b>
      <Kind node={node} />
      <span className="flex-1" />
      {node.disabled && <span className="outline-chip">{say('designer.spoken.disabled')}</span>}
      {state !== undefined && (
        <span className="outline-chip" data-paint={paint}>
          {state}
        </span>
      )}
      {problems.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="outline-problems"
          data-severity={
            problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
          }
          aria-label={say('designer.spoken.problems', { count: problems.length })}
          onClick={() => openSettings(node.id, problems[0]?.input)}
        >
          <TriangleAlert aria-hidden />
          {problems.length}
        </button>
      )}
      <ItemButtons nodeId={node.id} name={node.name} />
    </div>
  );
}

function Reference({ node, line }: { readonly node: FlowNode; readonly line: OutlineLine }) {
  const way = useWay(line);
  const words = say('designer.outline.goes-on', { name: node.name });
  return (
    <div
      role="treeitem"
      aria-level={line.level + 1}
      aria-selected={false}
      aria-label={way === undefined ? words : `${way}, ${words}`}
      tabIndex={-1}
      className="outline-item outline-reference"
      style={{ paddingLeft: indent(line) }}
      onClick={() => focusNode(node.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        focusNode(node.id);
      }}
    >
      {way !== undefined && <span className="outline-way">{way}</span>}
      <CornerDownRight aria-hidden className="size-3.5" />
      {words}
    </div>
  );
}

/** What kind a node is; of one that is called like its kind, whose kind that is. */
function Kind({ node }: { readonly node: FlowNode }) {
  const index = manifestIndex(useCatalogue());
  const manifest = index.steps.get(node.type) ?? index.triggers.get(node.type);
  const kind = manifest?.label ?? node.type;
  const words = kind === node.name ? index.connectors.get(node.type)?.label : kind;
  return <span className="truncate text-hint text-faint">{words}</span>;
}

/** What the exit is called by which a branch begins; undefined where none does. */
function useWay({ via }: OutlineLine): string | undefined {
  const source = useFlowDocument(({ flow }) => flow.nodes.find(({ id }) => id === via?.source));
  const manifest = useStepManifest(source?.type ?? '');
  if (!via || !source) return undefined;
  return exitsOf(source, manifest).find(({ id }) => id === via.exit)?.label ?? via.exit;
}

function indent({ level }: OutlineLine): number {
  return 12 + level * 28;
}
