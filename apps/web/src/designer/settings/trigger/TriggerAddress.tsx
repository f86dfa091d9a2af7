import { useState } from 'react';
import { Info, RefreshCw } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useRotateTrigger } from '../../../api/flow-triggers.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { ErrorBanner } from '../../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { saySentence } from '../../../words/say-sentence.ts';
import { say } from '../../../words/say.ts';
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
    return <Notice>{say('designer.settings.trigger.address.later')}</Notice>;
  }
  if (error && !detail) return <ErrorBanner error={error} onRetry={retry} />;
  if (detail?.url === undefined) return <Skeleton lines={2} className="p-0" />;
  return (
    <div className="flex flex-col gap-3">
      {isChanged && <Notice>{say('designer.settings.trigger.address.method-changed')}</Notice>}
      {!detail.live && (
        <Notice>
          {detail.why === undefined
            ? say('designer.settings.trigger.address.not-live')
            : saySentence(detail.why)}
        </Notice>
      )}
      <CopyField
        label="URL"
        value={detail.url}
        hint={say('designer.settings.trigger.address.url-hint')}
        labelEnd={<Rotate saved={saved} />}
      />
      {detail.signingSecret !== undefined && (
        <CopyField
          label={say('designer.settings.trigger.address.signing-secret')}
          value={detail.signingSecret}
          hint={say('designer.settings.trigger.address.signing-secret-hint')}
        />
      )}
      {detail.tokenUrl !== undefined && (
        <CopyField
          label={say('designer.settings.trigger.address.token-url')}
          value={detail.tokenUrl}
          hint={say('designer.settings.trigger.address.token-url-hint')}
        />
      )}
      {detail.configurationPayload !== undefined && (
        <CopyField
          label={say('designer.settings.trigger.address.configuration')}
          value={detail.configurationPayload}
          rows={5}
          hint={say('designer.settings.trigger.address.configuration-hint')}
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
        {say('designer.settings.trigger.address.rotate')}
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={say('designer.settings.trigger.address.rotate-question')}
        confirmLabel={say('designer.settings.trigger.address.rotate')}
        busy={rotate.isPending}
        onConfirm={() => rotate.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        {say('designer.settings.trigger.address.rotate-warning')}
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
