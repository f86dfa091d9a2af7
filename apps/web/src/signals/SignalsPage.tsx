import { useState } from 'react';
import { SearchX, Radio } from 'lucide-react';
import { signalOutcomes } from '@sluice/schema';
import { useFlows } from '../api/flows.ts';
import { useLive } from '../api/live.ts';
import { useSignals } from '../api/signals.ts';
import { Page } from '../app/Page.tsx';
import { LiveSign } from '../runs/LiveSign.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useDelayed } from '../ui/use-delayed.ts';
import { say } from '../words/say.ts';
import { SignalDrawer } from './SignalDrawer.tsx';
import { SignalTable } from './SignalTable.tsx';
import { outcomeLook } from './outcome-look.ts';
import { useSignalsAddress } from './use-signals-address.ts';

/** Every request that reached a trigger URL, whatever became of it. */
export function SignalsPage() {
  const live = useLive();
  const { filter, signalId, isNarrowed, change, reset } = useSignalsAddress();
  const signals = useSignals(filter);
  const { data: flows } = useFlows();
  const [text, setText] = useDelayed(filter.q ?? '', (q) => change('q', q));
  const [opened, setOpened] = useState(signalId);
  const items = signals.data?.pages.flatMap((page) => page.items);

  function show(id: string | undefined) {
    if (id !== undefined) setOpened(id);
    change('signal', id);
  }

  return (
    <Page
      title={say('app.signals')}
      description={say('signals.description')}
      actions={<LiveSign state={live} />}
    >
      <search className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label={say('signals.search')}
          placeholder={say('signals.search-hint')}
          className="w-72"
          value={text}
          onChange={setText}
        />
        <Select
          label={say('signals.outcome')}
          hideLabel
          className="w-40"
          value={filter.outcome ?? 'all'}
          onChange={(value) => change('outcome', value === 'all' ? undefined : value)}
          options={[
            { value: 'all', label: say('signals.all-outcomes') },
            ...signalOutcomes.map((outcome) => ({
              value: outcome,
              label: outcomeLook[outcome].label,
            })),
          ]}
        />
        <Select
          label={say('signals.flow')}
          hideLabel
          className="w-52"
          value={filter.flowId ?? 'all'}
          onChange={(value) => change('flow', value === 'all' ? undefined : value)}
          options={[
            { value: 'all', label: say('signals.all-flows') },
            ...(flows ?? []).map((flow) => ({ value: flow.id, label: flow.name })),
          ]}
        />
      </search>
      <ErrorBanner error={signals.error} onRetry={() => void signals.refetch()} />
      {!items && !signals.error && <Skeleton lines={8} />}
      {items?.length === 0 &&
        (isNarrowed ? (
          <EmptyState
            icon={<SearchX />}
            title={say('signals.none-fits')}
            action={<Button onClick={reset}>{say('signals.show-all')}</Button>}
          >
            {say('signals.none-fits-hint')}
          </EmptyState>
        ) : (
          <EmptyState icon={<Radio />} title={say('signals.none')}>
            {say('signals.none-hint')}
          </EmptyState>
        ))}
      {items && items.length > 0 && (
        <SignalTable signals={items} selectedId={signalId} onOpen={show} />
      )}
      {signals.hasNextPage && (
        <div className="pt-4 text-center">
          <Button busy={signals.isFetchingNextPage} onClick={() => void signals.fetchNextPage()}>
            {say('signals.older')}
          </Button>
        </div>
      )}
      {opened !== undefined && (
        <SignalDrawer
          key={opened}
          signalId={opened}
          open={signalId !== undefined}
          onClose={() => show(undefined)}
          onOpenSignal={show}
        />
      )}
    </Page>
  );
}
