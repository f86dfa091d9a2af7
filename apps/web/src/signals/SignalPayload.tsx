import type { SignalDetail } from '@sluice/schema';
import { ValueView } from '../runs/ValueView.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { JsonView } from '../ui/JsonView.tsx';
import { say } from '../words/say.ts';
import { readJson } from './read-json.ts';

/** The body of a signal exactly as it arrived. */
export function SignalPayload({ signal }: { readonly signal: SignalDetail }) {
  const { payload, contentType } = signal;
  if (payload === undefined) {
    return <p className="text-muted">{say('signals.body-not-kept')}</p>;
  }
  const read = readJson(payload);
  return (
    <div className="flex flex-col gap-2">
      {contentType !== undefined && <p className="text-hint text-muted">{contentType}</p>}
      {read.ok ? (
        <JsonView value={read.value} label={say('signals.payload')} />
      ) : (
        <div className="flex items-start justify-between gap-3 rounded-r1 border bg-sunken p-3">
          <ValueView value={payload} label={say('signals.payload')} />
          <CopyButton text={payload} label={say('signals.copy-payload')} size="small" />
        </div>
      )}
    </div>
  );
}
