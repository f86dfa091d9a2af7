import type { Flow, FlowDetail } from '@sluice/schema';
import { useState } from 'react';
import { Select } from '../../ui/Select.tsx';
import { say } from '../../words/say.ts';
import { useSaving } from '../state/use-saving.ts';
import { ComparisonView } from './ComparisonView.tsx';

interface ConflictComparisonProps {
  readonly theirs: FlowDetail;
  readonly mine: Flow;
}

const views = ['difference', 'they-changed', 'i-changed'] as const;
type View = (typeof views)[number];

/** Two drafts compared with each other, and each with what both began with when that is known. */
export function ConflictComparison({ theirs, mine }: ConflictComparisonProps) {
  const base = useSaving((saving) => saving.confirmed);
  const [view, setView] = useState<View>('difference');
  // After a crash nothing is known of what the draft began with.
  const hasBase = base.version < theirs.version;
  const [before, after] = {
    difference: [theirs, mine],
    'they-changed': [base, theirs],
    'i-changed': [base, mine],
  }[hasBase ? view : 'difference'] as [Flow, Flow];
  return (
    <div className="flex h-[min(640px,calc(100dvh-220px))] min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b px-4 py-2">
        <p className="min-w-0 flex-1 truncate font-medium">
          {say('designer.versions.from-to', {
            before: say(
              before === base && hasBase
                ? 'designer.versions.conflict.base'
                : 'designer.versions.conflict.theirs',
            ),
            after: say(
              after === mine
                ? 'designer.versions.conflict.mine'
                : 'designer.versions.conflict.theirs',
            ),
          })}
        </p>
        {hasBase && (
          <Select
            label={say('designer.versions.conflict.look-at')}
            hideLabel
            className="w-56 shrink-0"
            value={view}
            onChange={setView}
            options={views.map((each) => ({
              value: each,
              label: say(`designer.versions.conflict.${each}`),
            }))}
          />
        )}
      </div>
      <ComparisonView key={view} flow={mine} before={before} after={after} />
    </div>
  );
}
