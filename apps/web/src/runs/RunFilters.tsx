import { runStatuses } from '@sluice/schema';
import { CircleX } from 'lucide-react';
import { useFlow, useFlows } from '../api/flows.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { useDelayed } from '../ui/use-delayed.ts';
import { say } from '../words/say.ts';
import type { Period } from './period.ts';
import { runStatusLook } from './run-status.ts';
import type { ActivityAddress } from './use-activity-address.ts';

const periodLabels: Readonly<Record<Period, string>> = {
  all: say('runs.periods.all'),
  hour: say('runs.periods.hour'),
  today: say('runs.periods.today'),
  week: say('runs.periods.week'),
};

/** Narrows the list of runs by flow, state, time and text. */
export function RunFilters({ address }: { readonly address: ActivityAddress }) {
  const { data: flows } = useFlows();
  const { filter, period, narrow } = address;
  const [text, setText] = useDelayed(filter.q ?? '', (q) => narrow('q', q));
  const { data: flow } = useFlow(filter.flowId ?? '', { enabled: filter.flowId !== undefined });
  const triggers = flow?.nodes.filter((node) => node.kind === 'trigger') ?? [];
  const unlessAll = (value: string) => (value === 'all' ? undefined : value);

  return (
    <search className="flex min-w-0 grow flex-wrap items-center gap-2">
      <Button
        variant={filter.status === 'failed' ? 'primary' : 'secondary'}
        aria-pressed={filter.status === 'failed'}
        icon={<CircleX aria-hidden />}
        onClick={() => narrow('status', filter.status === 'failed' ? undefined : 'failed')}
      >
        {say('runs.filters.failed')}
      </Button>
      <Select
        label={say('signals.flow')}
        hideLabel
        className="w-34 min-[1280px]:w-44"
        value={filter.flowId ?? 'all'}
        onChange={(value) => narrow('flow', unlessAll(value))}
        options={[
          { value: 'all', label: say('signals.all-flows') },
          ...(flows ?? []).map((flow) => ({ value: flow.id, label: flow.name })),
        ]}
      />
      {triggers.length > 1 && (
        <Select
          label={say('signals.trigger')}
          hideLabel
          className="w-34 min-[1280px]:w-40"
          value={filter.triggerId ?? 'all'}
          onChange={(value) => narrow('trigger', unlessAll(value))}
          options={[
            { value: 'all', label: say('runs.filters.all-triggers') },
            ...triggers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Select
        label={say('runs.filters.state')}
        hideLabel
        className="w-34 min-[1280px]:w-40"
        value={filter.status ?? 'all'}
        onChange={(value) => narrow('status', unlessAll(value))}
        options={[
          { value: 'all', label: say('runs.filters.all-states') },
          ...runStatuses.map((status) => ({ value: status, label: runStatusLook[status].label })),
        ]}
      />
      <Select
        label={say('runs.filters.time')}
        hideLabel
        className="w-34 min-[1280px]:w-40"
        value={period}
        onChange={(value) => narrow('period', unlessAll(value))}
        options={Object.entries(periodLabels).map(([value, label]) => ({ value, label }))}
      />
      <Select
        label={say('runs.filters.tests')}
        hideLabel
        className="w-34 min-[1280px]:w-40"
        value={filter.test === undefined ? 'all' : String(filter.test)}
        onChange={(value) => narrow('test', unlessAll(value))}
        options={[
          { value: 'all', label: say('runs.filters.with-tests') },
          { value: 'false', label: say('runs.filters.no-tests') },
          { value: 'true', label: say('runs.filters.tests-only') },
        ]}
      />
      <SearchField
        label={say('runs.filters.search')}
        placeholder={say('runs.filters.search-hint')}
        className="min-w-40 flex-1"
        value={text}
        onChange={setText}
      />
    </search>
  );
}
