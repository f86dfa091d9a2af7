import type { FlowVersion } from '@sluice/schema';
import { Chip } from '../../ui/Chip.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import { changeSentence } from './change-sentence.ts';

interface VersionListProps {
  readonly versions: readonly FlowVersion[];
  readonly chosen: number | undefined;
  readonly onChoose: (version: number) => void;
}

/** The published versions, newest first: who, when, why, and what each changed. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const first = versions.at(-1)?.version;
  return (
    <ul className="overflow-y-auto border-r p-1" aria-label={say('designer.versions.published')}>
      {versions.map((each) => (
        <li key={each.version}>
          <button
            type="button"
            aria-pressed={each.version === chosen}
            onClick={() => onChoose(each.version)}
            className={classNames(
              'flex w-full flex-col gap-0.5 rounded-r1 px-3 py-2 text-left -outline-offset-2',
              each.version === chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              {say('designer.versions.version', { version: each.version })}
              {each.current && <Chip tone="ok">{say('designer.versions.live')}</Chip>}
            </span>
            {each.note !== undefined && <span className="break-words">{each.note}</span>}
            <WhatChanged version={each} isFirst={each.version === first} />
            <span className="text-hint text-muted">
              <RelativeTime at={each.publishedAt} />
              {each.publishedBy !== undefined &&
                ` ${say('designer.versions.by', { name: each.publishedBy })}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function WhatChanged({
  version: { changes },
  isFirst,
}: {
  readonly version: FlowVersion;
  readonly isFirst: boolean;
}) {
  if (!changes && !isFirst) return null;
  return (
    <span className="text-hint break-words text-muted">
      {changes ? changeSentence(changes) : say('designer.versions.first')}
    </span>
  );
}
