import { type FlowDetail, manifestIndex } from '@sluice/schema';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import { ApiProblem } from '../api/api-problem.ts';
import { Loading } from '../app/Loading.tsx';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { useFlow } from '../api/flows.ts';
import { useMay } from '../api/session.ts';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { buttonClass } from '../ui/button-class.ts';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { useAddress } from '../ui/use-address.ts';
import { say } from '../words/say.ts';
import { DesignerScreen } from './DesignerScreen.tsx';
import { DesignerContext } from './state/designer-context.ts';
import { createDesigner } from './state/designer.ts';
import { readFrame, rememberFrame } from './state/frame.ts';
import { MayBuildContext } from './state/may-build.ts';
import { AutosaveContext } from './state/use-autosave.ts';
import { useAutosaving } from './state/use-autosaving.ts';

/** The page on which one flow is drawn, tested, published and watched. */
export function DesignerPage() {
  const { flowId = '' } = useParams();
  return <OpeningFlow key={flowId} flowId={flowId} />;
}

function OpeningFlow({ flowId }: { readonly flowId: string }) {
  const { data: flow, error, isFetchedAfterMount, refetch } = useFlow(flowId);
  const [opened, setOpened] = useState<FlowDetail>();
  // Only a flow fetched for this visit is edited: one kept from an earlier visit may be old.
  if (!opened && flow && isFetchedAfterMount && !error) setOpened(flow);

  if (opened) return <Designing flow={opened} />;
  if (!error) return <Loading />;
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <main className="h-full">
        <NotFoundPage />
      </main>
    );
  }
  return (
    <main className="mx-auto flex max-w-lg flex-col gap-4 p-8">
      <title>Flow · Sluice</title>
      <ErrorBanner error={error} onRetry={() => void refetch()} />
      <Link to="/" className={`${buttonClass()} self-start`}>
        {say('designer.header.back')}
      </Link>
    </main>
  );
}

function Designing({ flow }: { readonly flow: FlowDetail }) {
  const [params] = useAddress();
  const manifests = manifestIndex(useCatalogue());
  const [designer] = useState(() => {
    const runId = params.get('run') ?? undefined;
    const frame = readFrame(localStorage);
    return createDesigner(
      flow,
      manifests,
      runId === undefined ? { frame } : { frame: { ...frame, activityFolded: false }, runId },
    );
  });
  const autosave = useAutosaving(designer, flow);
  const mayBuild = useMay('build');
  useEffect(() => rememberFrame(designer.screen, localStorage), [designer]);
  if (!autosave) return null;

  return (
    <DesignerContext value={designer}>
      <AutosaveContext value={autosave}>
        <MayBuildContext value={mayBuild}>
          <ReactFlowProvider>
            <DesignerScreen />
          </ReactFlowProvider>
        </MayBuildContext>
      </AutosaveContext>
    </DesignerContext>
  );
}
