import { RunDrawingDialog } from './activity/RunDrawingDialog.tsx';
import { ConnectDialog } from './canvas/ConnectDialog.tsx';
import { focusNode } from './canvas/focus-node.ts';
import { QuickAdd } from './canvas/QuickAdd.tsx';
import { CommandMenu } from './commands/CommandMenu.tsx';
import { CommandPalette } from './commands/CommandPalette.tsx';
import { ShortcutsDialog } from './commands/ShortcutsDialog.tsx';
import { RepairDialog } from './repair/RepairDialog.tsx';
import { ReplaceMenu } from './replacing/ReplaceMenu.tsx';
import { NodeSettingsDialog } from './settings/NodeSettingsDialog.tsx';
import { useScreen } from './state/use-screen.ts';
import { StartDialog } from './test-run/StartDialog.tsx';
import { TestDialog } from './test-run/TestDialog.tsx';
import { ConflictDialog } from './versions/ConflictDialog.tsx';
import { VersionsDialog } from './versions/VersionsDialog.tsx';

/** Whatever is open above the page. */
export function DesignerDialogs() {
  const dialog = useScreen((screen) => screen.dialog);
  const close = useScreen((screen) => screen.close);
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
