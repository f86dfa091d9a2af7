import { type FlowDrawing, compareFlows, withPinned, withoutPinned } from '@sluice/schema';
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFlowVersion, useFlowVersions } from '../../api/flow-versions.ts';
import { useCreateFlow } from '../../api/flows.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { toastDone, toastError, toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { undoOfLatest } from '../state/flow-document.ts';
import { redrawingEdits } from '../state/redrawing-edits.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { VersionComparison } from './VersionComparison.tsx';
import { VersionList } from './VersionList.tsx';

/** The published versions, what each changed, and a way back to one. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useFlowDocument((state) => state.flow);
  const { data: versions, error, refetch } = useFlowVersions(flow.id);
  const [chosen, choose] = useState<number>();
  const version = chosen ?? versions?.[0]?.version;
  const mayBuild = useMayBuild();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="full"
      flush
      title={say('designer.versions.title')}
      description={say('designer.versions.explanation')}
      footer={
        mayBuild && version !== undefined ? (
          <Actions version={version} onDone={onClose} />
        ) : undefined
      }
    >
      <ErrorBanner error={error} onRetry={() => void refetch()} className="m-5" />
      {!versions && !error && <Skeleton lines={4} />}
      {versions?.length === 0 && (
        <EmptyState icon={<History />} title={say('designer.versions.none')}>
          {say('designer.versions.none-text')}
        </EmptyState>
      )}
      {versions && version !== undefined && (
        <div className="grid h-[min(680px,calc(100dvh-200px))] grid-cols-[minmax(180px,250px)_minmax(0,1fr)]">
          <VersionList versions={versions} chosen={version} onChoose={choose} />
          <VersionComparison flow={flow} versions={versions} version={version} />
        </div>
      )}
    </Dialog>
  );
}

/** A version's drawing with what is pinned in the draft: versions keep no pins. */
function withPinsOf({ nodes }: FlowDrawing, drawing: FlowDrawing): FlowDrawing {
  const pinned = new Map(nodes.map((node) => [node.id, node.pinned]));
  return {
    ...drawing,
    nodes: drawing.nodes.map((node) => withPinned(node, pinned.get(node.id))),
  };
}

function hasSameDrawing(one: FlowDrawing, other: FlowDrawing): boolean {
  const { nodes, edges, notes } = compareFlows(one, other);
  return nodes.length + edges.length + notes.length === 0;
}

interface ActionsProps {
  readonly version: number;
  readonly onDone: () => void;
}

function Actions({ version, onDone }: ActionsProps) {
  const flow = useFlowDocument((state) => state.flow);
  const { data } = useFlowVersion(flow.id, version);
  const { document, announcements } = useDesigner();
  const create = useCreateFlow();
  const isDraft = useMemo(
    () => data && hasSameDrawing(data.drawing, withoutPinned(flow)),
    [data, flow],
  );

  function restore() {
    if (!data) return;
    const words = say('designer.versions.restored', { version });
    document.getState().edit(...redrawingEdits(flow, withPinsOf(flow, data.drawing)));
    announcements.getState().say(words);
    toastUndo(words, undoOfLatest(document));
    onDone();
  }

  function saveAsNew() {
    if (!data) return;
    const name = say('designer.versions.new-name', { name: flow.name.slice(0, 90), version });
    create.mutate(
      { name, ...data.drawing },
      {
        onSuccess: () => toastDone(say('designer.versions.saved-as-new', { name })),
        onError: toastError,
      },
    );
  }

  return (
    <>
      <span className="mr-auto min-w-0 text-muted">{say('designer.versions.restore-hint')}</span>
      <Button busy={create.isPending} disabled={!data} onClick={saveAsNew}>
        {say('designer.versions.save-as-new')}
      </Button>
      <Button variant="primary" disabled={!data || isDraft} onClick={restore}>
        {say('designer.versions.restore')}
      </Button>
    </>
  );
}
