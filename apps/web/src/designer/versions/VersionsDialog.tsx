import type { FlowVersion } from '@sluice/schema';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useFlowVersion, useFlowVersions } from '../../api/flow-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toastUndo } from '../../ui/toast.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { undoOfLatest } from '../state/flow-document.ts';
import { redrawingEdits } from '../state/redrawing-edits.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { VersionView } from './VersionView.tsx';

/** The published versions: who published them and when, what they look like, and a way back to one. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useFlowDocument((state) => state.flow);
  const { data: versions, error, refetch } = useFlowVersions(flow.id);
  const [chosen, choose] = useState<number>();
  const version = chosen ?? versions?.[0]?.version;
  const detail = useFlowVersion(flow.id, version);
  const { document, announcements } = useDesigner();
  const mayBuild = useMayBuild();

  function restore() {
    if (!detail.data) return;
    document.getState().edit(...redrawingEdits(flow, detail.data.drawing));
    announcements.getState().say(`Version ${version} is now the draft.`);
    toastUndo(`Version ${version} is now the draft.`, undoOfLatest(document));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      flush
      title="Versions"
      description="Every Publish makes a version that never changes. Signals run the live one."
      footer={
        mayBuild && detail.data ? (
          <>
            <span className="mr-auto text-muted">
              Restoring changes the draft only. What is live stays live until you publish.
            </span>
            <Button variant="primary" onClick={restore}>
              Restore into the draft
            </Button>
          </>
        ) : undefined
      }
    >
      <ErrorBanner error={error} onRetry={() => void refetch()} className="m-5" />
      {!versions && !error && <Skeleton lines={4} />}
      {versions?.length === 0 && (
        <EmptyState icon={<History />} title="Nothing has been published yet">
          Press Publish when the flow is ready. From then on its versions stand here.
        </EmptyState>
      )}
      {versions && versions.length > 0 && (
        <div className="grid h-[min(520px,70dvh)] grid-cols-[260px_1fr]">
          <ul className="overflow-y-auto border-r p-1" aria-label="Published versions">
            {versions.map((each) => (
              <li key={each.version}>
                <VersionRow
                  version={each}
                  chosen={each.version === version}
                  onChoose={() => choose(each.version)}
                />
              </li>
            ))}
          </ul>
          <div className="flex min-h-0 min-w-0 flex-col">
            <ErrorBanner error={detail.error} className="m-4" />
            {detail.data && <VersionView key={version} flow={flow} version={detail.data} />}
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface VersionRowProps {
  readonly version: FlowVersion;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function VersionRow({ version, chosen, onChoose }: VersionRowProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        'flex w-full flex-col gap-0.5 rounded-r1 px-3 py-2 text-left -outline-offset-2',
        chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="flex items-center gap-2 font-medium">
        Version {version.version}
        {version.current && <Chip tone="ok">Live</Chip>}
      </span>
      <span className="text-hint text-muted">
        <RelativeTime at={version.publishedAt} />
        {version.publishedBy !== undefined && ` by ${version.publishedBy}`}
      </span>
    </button>
  );
}
