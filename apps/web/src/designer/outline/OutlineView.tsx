import './outline.css';
import type { NodeId } from '@sluice/schema';
import { ListTree } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { say } from '../../words/say.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { NoteLine } from './NoteLine.tsx';
import { OutlineItem } from './OutlineItem.tsx';
import { type OutlineLine, outlineOf, outlineOrder } from './outline-of.ts';
import { walkTree } from './walk-tree.ts';

/** The flow as a list that the arrow keys walk through. What is selected here is on the canvas too. */
export function OutlineView() {
  const { canvas } = useDesigner();
  const flow = useFlowDocument((state) => state.flow);
  const outline = useMemo(() => outlineOf(flow), [flow]);
  const selectedIds = useCanvas((state) => state.selectedIds);
  const order = useMemo(() => outlineOrder(outline), [outline]);
  // One item can be reached by Tab: what is selected, or the first.
  const reached = order.find((id) => selectedIds.includes(id)) ?? order[0];

  function walk(event: KeyboardEvent<HTMLElement>) {
    const next = walkTree(event.key, event.currentTarget);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    next.focus();
    const { id } = next.dataset;
    if (id === undefined) return;
    const { selectedIds: before, select } = canvas.getState();
    select(event.shiftKey ? [...new Set([...before, id])] : [id]);
  }

  return (
    <section
      className="flow-list"
      tabIndex={-1}
      data-quiet-focus
      aria-label={say('designer.outline.title')}
    >
      {order.length === 0 ? (
        <EmptyState icon={<ListTree />} title={say('designer.outline.empty')}>
          {say('designer.outline.empty-text')}
        </EmptyState>
      ) : (
        <div
          role="tree"
          aria-label={say('designer.outline.title')}
          aria-multiselectable
          onKeyDown={walk}
        >
          <Lines lines={outline.lines} reached={reached} />
          {outline.loose.length > 0 && (
            <h3 role="presentation" className="outline-heading">
              {say('designer.outline.loose')}
            </h3>
          )}
          <Lines lines={outline.loose} reached={reached} />
          {outline.notes.length > 0 && (
            <h3 role="presentation" className="outline-heading">
              {say('designer.outline.notes')}
            </h3>
          )}
          {outline.notes.map((note) => (
            <NoteLine key={note.id} note={note} canBeReached={note.id === reached} />
          ))}
        </div>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly OutlineLine[];
  readonly reached: NodeId | undefined;
}

function Lines({ lines, reached }: LinesProps) {
  return lines.map((line) => (
    <OutlineItem
      key={line.key}
      line={line}
      canBeReached={line.nodeId === reached && !line.isReference}
    />
  ));
}
