import { type Flow, type FlowVersion, withoutPinned } from '@sluice/schema';
import { useMemo, useState } from 'react';
import { useFlowVersion } from '../../api/flow-versions.ts';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { say } from '../../words/say.ts';
import { ComparisonView } from './ComparisonView.tsx';

interface VersionComparisonProps {
  /** The draft. */
  readonly flow: Flow;
  readonly versions: readonly FlowVersion[];
  readonly version: number;
}

const DRAFT = 'draft';

/** A version compared with the draft or with another version, the older one first. */
export function VersionComparison({ flow, versions, version }: VersionComparisonProps) {
  const [chosen, choose] = useState(DRAFT);
  const other = chosen === DRAFT || chosen === String(version) ? undefined : Number(chosen);
  const shown = useFlowVersion(flow.id, version);
  const compared = useFlowVersion(flow.id, other);
  const draft = useMemo(() => withoutPinned(flow), [flow]);
  const against = other === undefined ? draft : compared.data?.drawing;
  const isOlder = other !== undefined && other < version;
  const nameOf = (of: number | undefined) =>
    of === undefined
      ? say('designer.versions.the-draft')
      : say('designer.versions.the-version', { version: of });
  const [before, after] = isOlder ? [against, shown.data?.drawing] : [shown.data?.drawing, against];

  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <div className="flex items-center gap-3 border-b px-4 py-2">
        <p className="min-w-0 flex-1 truncate font-medium">
          {say('designer.versions.from-to', {
            before: nameOf(isOlder ? other : version),
            after: nameOf(isOlder ? version : other),
          })}
        </p>
        <span aria-hidden className="shrink-0 text-muted">
          {say('designer.versions.compare-with')}
        </span>
        <Select
          label={say('designer.versions.compare-with')}
          hideLabel
          className="w-40 shrink-0"
          value={other === undefined ? DRAFT : String(other)}
          onChange={choose}
          options={[
            { value: DRAFT, label: say('designer.versions.draft') },
            ...versions
              .filter((each) => each.version !== version)
              .map((each) => ({
                value: String(each.version),
                label: say('designer.versions.version', { version: each.version }),
              })),
          ]}
        />
      </div>
      <ErrorBanner error={shown.error ?? compared.error} className="m-4" />
      {before && after ? (
        <ComparisonView key={`${version} ${other}`} flow={flow} before={before} after={after} />
      ) : (
        <Skeleton lines={4} />
      )}
    </div>
  );
}
