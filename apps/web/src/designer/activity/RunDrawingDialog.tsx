import { type RunDetail, manifestIndex, withoutPinned } from '@sluice/schema';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { say } from '../../words/say.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { DesignerContext } from '../state/designer-context.ts';
import { createDesigner } from '../state/designer.ts';
import { MayBuildContext } from '../state/may-build.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { ChangeList } from '../versions/ChangeList.tsx';
import { useComparison } from '../versions/use-comparison.ts';
import { useWatchedRun } from './use-watched-run.ts';

/** The drawing that the watched run followed, painted with it, to be looked at and not touched. */
export function RunDrawingDialog({ onClose }: { readonly onClose: () => void }) {
  const run = useWatchedRun();
  if (!run) return null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      flush
      title={say('designer.activity.drawing-then', { version: run.flowVersion })}
      description={say('designer.activity.drawing-then-text', { title: run.title })}
    >
      <PaintedDrawing run={run} />
    </Dialog>
  );
}

function PaintedDrawing({ run }: { readonly run: RunDetail }) {
  const flow = useFlowDocument((state) => state.flow);
  const now = useMemo(() => withoutPinned(flow), [flow]);
  const { items } = useComparison(run.drawing, now);
  const [chosen, choose] = useState<string>();
  const manifests = manifestIndex(useCatalogue());
  const designer = useMemo(() => {
    const then = createDesigner(
      { ...flow, ...run.drawing, updatedAt: run.startedAt, tags: [] },
      manifests,
    );
    then.watchedRun.setState({ run });
    return then;
  }, [flow, run, manifests]);
  return (
    <div className="grid h-[min(560px,72dvh)] grid-cols-[minmax(0,1fr)_minmax(240px,320px)]">
      <div className="grid min-h-0 min-w-0">
        <DesignerContext value={designer}>
          <MayBuildContext value={false}>
            <ReactFlowProvider>
              <Canvas preview />
            </ReactFlowProvider>
          </MayBuildContext>
        </DesignerContext>
      </div>
      <section
        aria-label={say('designer.activity.changed-since')}
        className="min-h-0 overflow-y-auto border-l"
      >
        <h3 className="px-3 pt-3 pb-1 font-semibold">{say('designer.activity.changed-since')}</h3>
        <ChangeList items={items} chosen={chosen} onChoose={({ id }) => choose(id)} />
      </section>
    </div>
  );
}
