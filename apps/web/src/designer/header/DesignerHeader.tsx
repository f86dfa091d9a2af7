import { CirclePlay, History, PanelBottom, Play, Redo2, Save, Undo2, X } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { Logo } from '../../app/Logo.tsx';
import { useMay } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { redo, undo } from '../canvas/undo.ts';
import { useDesigner } from '../state/designer-context.ts';
import { OthersHere } from '../presence/OthersHere.tsx';
import { useAutosave } from '../state/use-autosave.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { useStartable } from '../test-run/use-startable.ts';
import { ComponentsMenu } from './ComponentsMenu.tsx';
import { EnabledSwitch } from './EnabledSwitch.tsx';
import { FlowFileMenu } from './FlowFileMenu.tsx';
import { FlowName } from './FlowName.tsx';
import { ProblemCount } from './ProblemCount.tsx';
import { PublishButton } from './PublishButton.tsx';
import { SavingChip } from './SavingChip.tsx';
import { StateChip } from './StateChip.tsx';
import { TagsMenu } from './TagsMenu.tsx';

/** The line above the canvas: what this flow is, how far it is saved, and what can be done with it. */
export function DesignerHeader() {
  const mayBuild = useMayBuild();
  const mayRun = useMay('run');
  const empty = useFlowDocument(({ flow }) => flow.nodes.length === 0);
  const open = useScreen((screen) => screen.open);
  const [, navigate] = useLocation();
  return (
    <header className="flex h-12 min-w-0 items-center gap-1.5 border-b bg-surface px-3 select-none">
      <Link to="/" aria-label={say('designer.header.back')} className="flex shrink-0 rounded-r1">
        <Logo />
      </Link>
      <Link
        to="/"
        className="ml-1 shrink-0 text-faint no-underline hover:text-ink max-[1100px]:hidden"
      >
        {say('designer.header.flows')}
      </Link>
      <FlowName />
      <div className="flex shrink-0 items-center gap-1.5">
        <StateChip />
        {mayBuild && <TagsMenu />}
        {mayBuild && <SavingChip />}
      </div>
      <div className="flex-1" />
      <OthersHere />
      {mayBuild && <UndoButtons />}
      <ProblemCount />
      <ComponentsMenu />
      <Button
        variant="ghost"
        icon={<History aria-hidden className="min-[1280px]:hidden" />}
        aria-label={say('designer.header.versions')}
        onClick={() => open({ name: 'versions' })}
      >
        <span className="max-[1279px]:hidden">{say('designer.header.versions')}</span>
      </Button>
      <ActivityToggle />
      {mayBuild && <SaveButton />}
      {mayRun && (
        <Button
          data-tour="test"
          icon={<Play aria-hidden />}
          disabled={empty}
          onClick={() => open({ name: 'test' })}
        >
          {say('designer.header.test')}
        </Button>
      )}
      {mayRun && <RunButton />}
      {mayBuild && (
        <>
          <PublishButton />
          <EnabledSwitch />
        </>
      )}
      <FlowFileMenu />
      <IconButton label={say('ui.close')} icon={<X />} onClick={() => navigate('/')} />
    </header>
  );
}

function UndoButtons() {
  const designer = useDesigner();
  const canUndo = useFlowDocument((state) => state.past.length > 0);
  const canRedo = useFlowDocument((state) => state.future.length > 0);
  return (
    <div className="flex">
      <IconButton
        label={say('ui.undo')}
        icon={<Undo2 />}
        disabled={!canUndo}
        onClick={() => undo(designer)}
      />
      <IconButton
        label={say('designer.header.redo')}
        icon={<Redo2 />}
        disabled={!canRedo}
        onClick={() => redo(designer)}
      />
    </div>
  );
}

function ActivityToggle() {
  const folded = useScreen((screen) => screen.activityFolded);
  const show = useScreen((screen) => screen.showActivity);
  return (
    <Button
      variant="ghost"
      icon={<PanelBottom aria-hidden className="min-[1280px]:hidden" />}
      aria-label={say('app.activity')}
      aria-pressed={!folded}
      className="aria-pressed:bg-sunken aria-pressed:text-ink"
      onClick={() => show({ activityFolded: !folded })}
    >
      <span className="max-[1279px]:hidden">{say('app.activity')}</span>
    </Button>
  );
}

/** For flows that people start. */
function RunButton() {
  const open = useScreen((screen) => screen.open);
  const startable = useStartable();
  if (startable.length === 0) return null;
  return (
    <Button icon={<CirclePlay aria-hidden />} onClick={() => open({ name: 'start' })}>
      {say('designer.header.run')}
    </Button>
  );
}

function SaveButton() {
  const autosave = useAutosave();
  return (
    <IconButton
      label={say('designer.header.save-now')}
      icon={<Save />}
      onClick={() => void autosave.flush()}
    />
  );
}
