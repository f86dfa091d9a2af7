import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Dialog } from 'radix-ui';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { say } from '../../words/say.ts';
import { NewsNote } from '../presence/NewsNote.tsx';
import { useMayBuild } from '../state/may-build.ts';
import { SettingsHeader } from './SettingsHeader.tsx';
import type { NodeDraft } from './use-node-draft.ts';

interface SettingsShellProps {
  readonly draft: NodeDraft;
  /** Where the values on the screen are from. */
  readonly note: string;
  readonly onClose: () => void;
  /** The tabs and what they hold. */
  readonly children: ReactNode;
}

/** The big dialog around a node's settings. Escape asks first when something would be lost. */
export function SettingsShell({ draft, note, onClose, children }: SettingsShellProps) {
  const [asks, setAsks] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const mayBuild = useMayBuild();
  const leave = () => (draft.isChanged && mayBuild ? setAsks(true) : onClose());
  const done = () => {
    if (draft.labelProblem !== undefined) {
      content.current?.querySelector<HTMLElement>('[data-node-label]')?.focus();
      return;
    }
    if (mayBuild) draft.keep();
    onClose();
  };
  const finishOnCommandEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    done();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => open || leave()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          ref={content}
          onKeyDown={finishOnCommandEnter}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            focusFirst(content.current);
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-0 z-40 m-auto h-[min(760px,calc(100dvh-32px))] w-[min(1160px,calc(100vw-32px))] outline-none max-[1023px]:size-full max-[1023px]:rounded-none"
        >
          <div className="flex size-full animate-pop flex-col overflow-hidden rounded-r3 border bg-surface shadow-3 max-[1023px]:rounded-none">
            <SettingsHeader draft={draft} />
            {children}
            <footer className="flex h-14 shrink-0 items-center gap-2.5 border-t px-5">
              <p className="min-w-0 flex-1 truncate text-muted">
                {mayBuild ? <NewsNote>{note}</NewsNote> : say('designer.settings.read-only')}
              </p>
              <Button onClick={leave}>{mayBuild ? say('ui.cancel') : say('ui.close')}</Button>
              {mayBuild && (
                <Button variant="primary" onClick={done} title={say('designer.settings.done-keys')}>
                  {say('ui.done')}
                </Button>
              )}
            </footer>
          </div>
          <div data-popovers className="contents" />
          <ConfirmDialog
            open={asks}
            onOpenChange={setAsks}
            title={say('designer.settings.discard.question')}
            confirmLabel={say('designer.settings.discard.confirm')}
            cancelLabel={say('designer.settings.discard.keep')}
            onConfirm={onClose}
          >
            {say('designer.settings.discard.text', { name: draft.node.name })}
          </ConfirmDialog>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The input that was asked for, else the first one, else a button: an input’s help comes before it. */
function focusFirst(content: HTMLElement | null): void {
  const panel = content?.querySelector<HTMLElement>('[role="tabpanel"][data-state="active"]');
  const wanted =
    content?.querySelector<HTMLElement>('[data-asked-for] [contenteditable="true"]') ??
    panel?.querySelector<HTMLElement>('[contenteditable="true"], textarea, input, select') ??
    panel?.querySelector<HTMLElement>('button');
  (wanted ?? content)?.focus();
}
