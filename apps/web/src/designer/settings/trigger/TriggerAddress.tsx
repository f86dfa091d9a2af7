import { useState } from 'react';
import { Info, RefreshCw } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useRotateTrigger } from '../../../api/flow-triggers.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { ErrorBanner } from '../../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useMayBuild } from '../../state/may-build.ts';
import type { SavedTrigger } from './use-saved-trigger.ts';

interface TriggerAddressProps {
  readonly node: TriggerNode;
  readonly saved: SavedTrigger;
}

/** The URL to call and the secrets that go with it, each to copy. */
export function TriggerAddress({ node, saved }: TriggerAddressProps) {
  const { detail, error, retry } = saved;
  const isChanged =
    saved.node !== undefined && saved.node.settings.authentication !== node.settings.authentication;
  if (saved.node === undefined) {
    return <Notice>The URL appears as soon as the draft has been saved.</Notice>;
  }
  if (error && !detail) return <ErrorBanner error={error} onRetry={retry} />;
  if (detail?.url === undefined) return <Skeleton lines={2} className="p-0" />;
  return (
    <div className="flex flex-col gap-3">
      {isChanged && (
        <Notice>
          You changed the authentication method. Press Done, then open this again for the URL that
          goes with it.
        </Notice>
      )}
      {!detail.live && (
        <Notice>{detail.why ?? 'Signals are not accepted yet. Publish the flow first.'}</Notice>
      )}
      <CopyField
        label="URL"
        value={detail.url}
        hint="Further parameters, such as recipients=anna,ops, join with & when the URL has a ?, and with ? when it has none."
        labelEnd={<Rotate saved={saved} />}
      />
      {detail.signingSecret !== undefined && (
        <CopyField
          label="Signing secret"
          value={detail.signingSecret}
          hint="The sender signs the time and the body with it. Keep it secret."
        />
      )}
      {detail.tokenUrl !== undefined && (
        <CopyField
          label="Token URL"
          value={detail.tokenUrl}
          hint="Where the sender gets its token, with an API key’s key and secret as client id and client secret."
        />
      )}
      {detail.configurationPayload !== undefined && (
        <CopyField
          label="Configuration Payload"
          value={detail.configurationPayload}
          rows={5}
          hint="The same set-up as JSON, for those who prefer the other product’s API to its screens."
        />
      )}
    </div>
  );
}

function Rotate({ saved }: { readonly saved: SavedTrigger }) {
  const [asks, setAsks] = useState(false);
  const rotate = useRotateTrigger(saved.place);
  const mayBuild = useMayBuild();
  if (!mayBuild) return null;
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        icon={<RefreshCw aria-hidden />}
        onClick={() => setAsks(true)}
      >
        Rotate URL
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Give the trigger a new URL?"
        confirmLabel="Rotate URL"
        busy={rotate.isPending}
        onConfirm={() => rotate.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        The old URL and its secrets stop working at once. Whatever calls it must be given the new
        one. This cannot be undone.
        <ErrorBanner error={rotate.error} className="mt-3" />
      </ConfirmDialog>
    </>
  );
}

function Notice({ children }: { readonly children: string }) {
  return (
    <p role="status" className="flex gap-2 rounded-r2 bg-wait-soft px-3 py-2">
      <Info className="mt-0.5 size-4 shrink-0 text-wait" aria-hidden />
      {children}
    </p>
  );
}
