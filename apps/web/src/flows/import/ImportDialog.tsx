import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { say } from '../../words/say.ts';
import { FileRefusals } from './FileRefusals.tsx';
import { FileSource } from './FileSource.tsx';
import { ImportForm } from './ImportForm.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useImport } from './use-import.ts';

/** Brings a flow in from a file: what it holds is seen and bound before anything is kept. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useImport();
  const { draft, readFile } = flow;
  const isOver = useFileDrop(readFile);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="large"
      title={say('flows.import.title')}
      description={draft ? say('flows.import.about-flow') : say('flows.import.about')}
      footer={
        draft && (
          <>
            <Button onClick={flow.back}>{say('flows.import.other-file')}</Button>
            <Button
              variant="primary"
              busy={flow.isImporting}
              disabled={flow.nameError !== undefined}
              onClick={flow.bring}
            >
              {say('flows.import.button')}
            </Button>
          </>
        )
      }
    >
      <p className="sr-only" role="status">
        {draft && say('flows.import.read', { name: draft.file.name })}
      </p>
      <ErrorBanner error={flow.error} className="mb-4" />
      {draft ? (
        <ImportForm draft={draft} nameError={flow.nameError} onChange={flow.change} />
      ) : (
        <>
          <FileRefusals refusals={flow.refusals} />
          <FileSource busy={flow.isChecking} isOver={isOver} onFile={readFile} onRead={flow.read} />
        </>
      )}
    </Dialog>
  );
}
