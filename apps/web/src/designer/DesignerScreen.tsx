import { later, useSoon } from '../ui/later.tsx';
import { ActivityPanel } from './activity/ActivityPanel.tsx';
import { RunBanner } from './activity/RunBanner.tsx';
import { RunWatcher } from './activity/RunWatcher.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { useCommandKeys } from './commands/use-command-keys.ts';
import { DesignerDialogs } from './DesignerDialogs.tsx';
import { DesignerHeader } from './header/DesignerHeader.tsx';
import { Outline } from './outline/Outline.ts';
import { showFlowAs } from './outline/show-flow-as.ts';
import { Palette } from './palette/Palette.tsx';
import { PartBoundary } from './PartBoundary.tsx';
import { Announcer } from './state/Announcer.tsx';
import { useDesigner } from './state/designer-context.ts';
import { useMayBuild } from './state/may-build.ts';
import { useFlowDocument } from './state/use-flow-document.ts';
import { Tour } from './tour/Tour.tsx';
import { TourOffer } from './tour/TourOffer.tsx';
import { useScreen } from './state/use-screen.ts';
import { NewsBanner } from './presence/NewsBanner.tsx';
import { useCompany } from './presence/use-company.ts';
import { useFindingProblems } from './validation/use-finding-problems.ts';

const ProblemsPanel = later(() =>
  import('./validation/ProblemsPanel.tsx').then((module) => module.ProblemsPanel),
);

/** The canvas and its frame: header above, palette at the right, activity beneath. */
export function DesignerScreen() {
  const name = useFlowDocument(({ flow }) => flow.name);
  const mayBuild = useMayBuild();
  const view = useScreen((screen) => screen.view);
  const problemsOpen = useScreen((screen) => screen.problemsOpen);
  const designer = useDesigner();
  const showProblems = useScreen((screen) => screen.showProblems);
  const showTour = useScreen((screen) => screen.showTour);
  useSoon(Outline);
  useSoon(ProblemsPanel);
  useCompany();
  useCommandKeys();
  useFindingProblems();
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[48px_minmax(0,1fr)_auto] overflow-hidden">
      <title>{`${name} · Sluice`}</title>
      <DesignerHeader />
      <main className="grid min-h-0 grid-cols-[minmax(0,1fr)_auto]">
        <div className="relative grid min-h-0 min-w-0">
          <PartBoundary onMissing={() => void showFlowAs('canvas', designer)}>
            {view === 'list' ? <Outline /> : <Canvas />}
          </PartBoundary>
          <RunBanner />
          <NewsBanner />
          <PartBoundary onMissing={() => showProblems(false)}>
            {problemsOpen && <ProblemsPanel />}
          </PartBoundary>
          <TourOffer />
        </div>
        {mayBuild && <Palette />}
      </main>
      <ActivityPanel />
      <DesignerDialogs />
      <PartBoundary onMissing={() => showTour(undefined)}>
        <Tour />
      </PartBoundary>
      <RunWatcher />
      <Announcer />
    </div>
  );
}
