import { type ComponentType, useEffect } from 'react';
import { AwaitedDialog } from '../ui/AwaitedDialog.tsx';
import { later } from '../ui/later.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import { focusNode } from './canvas/focus-node.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { useScreen } from './state/use-screen.ts';

const RunDrawingDialog = awaited(() =>
  import('./activity/RunDrawingDialog.tsx').then((module) => module.RunDrawingDialog),
);
const ConnectDialog = awaited(() =>
  import('./canvas/ConnectDialog.tsx').then((module) => module.ConnectDialog),
);
const QuickAdd = awaited(() => import('./canvas/QuickAdd.tsx').then((module) => module.QuickAdd));
const CommandMenu = awaited(() =>
  import('./commands/CommandMenu.tsx').then((module) => module.CommandMenu),
);
const CommandPalette = awaited(() =>
  import('./commands/CommandPalette.tsx').then((module) => module.CommandPalette),
);
const ShortcutsDialog = awaited(() =>
  import('./commands/ShortcutsDialog.tsx').then((module) => module.ShortcutsDialog),
);
const RepairDialog = awaited(() =>
  import('./repair/RepairDialog.tsx').then((module) => module.RepairDialog),
);
const ReplaceMenu = awaited(() =>
  import('./replacing/ReplaceMenu.tsx').then((module) => module.ReplaceMenu),
);
const NodeSettingsDialog = awaited(() =>
  import('./settings/NodeSettingsDialog.tsx').then((module) => module.NodeSettingsDialog),
);
const StartDialog = awaited(() =>
  import('./test-run/StartDialog.tsx').then((module) => module.StartDialog),
);
const TestDialog = awaited(() =>
  import('./test-run/TestDialog.tsx').then((module) => module.TestDialog),
);
const ConflictDialog = awaited(() =>
  import('./versions/ConflictDialog.tsx').then((module) => module.ConflictDialog),
);
const VersionsDialog = awaited(() =>
  import('./versions/VersionsDialog.tsx').then((module) => module.VersionsDialog),
);

const dialogs = [
  RunDrawingDialog,
  ConnectDialog,
  QuickAdd,
  CommandMenu,
  CommandPalette,
  ShortcutsDialog,
  RepairDialog,
  ReplaceMenu,
  NodeSettingsDialog,
  StartDialog,
  TestDialog,
  ConflictDialog,
  VersionsDialog,
];

/** Milliseconds after the page is there until what may open above it is fetched. */
const PAUSE = 300;

/** Whatever is open above the page. Its scripts come after the drawing, and before they are asked for. */
export function DesignerDialogs() {
  const close = useScreen((screen) => screen.close);
  useEffect(() => {
    return whenIdle(() => {
      // One that cannot be had now is asked for again, and missed, when it is opened.
      for (const { fetch } of dialogs) fetch().catch(() => undefined);
    }, PAUSE);
  }, []);
  return (
    <PartBoundary onMissing={close}>
      <OpenDialog close={close} />
    </PartBoundary>
  );
}

function OpenDialog({ close }: { readonly close: () => void }) {
  const dialog = useScreen((screen) => screen.dialog);
  switch (dialog?.name) {
    case undefined:
    // It stands beside its card.
    case 'peek':
      return null;
    case 'settings':
      return (
        <NodeSettingsDialog
          key={dialog.nodeId}
          nodeId={dialog.nodeId}
          {...(dialog.input !== undefined && { focusInput: dialog.input })}
          {...(dialog.tab && { tab: dialog.tab })}
          onClose={close}
        />
      );
    case 'connect':
      return (
        <ConnectDialog
          nodeId={dialog.nodeId}
          onClose={() => {
            close();
            focusNode(dialog.nodeId);
          }}
        />
      );
    case 'repair':
      return <RepairDialog source={dialog.source} onClose={close} />;
    case 'menu':
      return <CommandMenu at={dialog.at} screen={dialog.screen} onClose={close} />;
    case 'commands':
      return <CommandPalette onClose={close} />;
    case 'replace':
      return <ReplaceMenu nodeId={dialog.nodeId} onClose={close} />;
    case 'quick-add':
      return (
        <QuickAdd
          at={dialog.at}
          corner={dialog.corner ?? false}
          screen={dialog.screen}
          {...(dialog.end && { end: dialog.end })}
          onClose={close}
        />
      );
    case 'test':
      return <TestDialog onClose={close} />;
    case 'start':
      return (
        <StartDialog
          {...(dialog.nodeId !== undefined && { nodeId: dialog.nodeId })}
          onClose={close}
        />
      );
    case 'versions':
      return <VersionsDialog onClose={close} />;
    case 'run-drawing':
      return <RunDrawingDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'conflict':
      return <ConflictDialog onClose={close} />;
  }
}

function awaited<Props extends { readonly onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
) {
  return later(load, AwaitedDialog);
}
