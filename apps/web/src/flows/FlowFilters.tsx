import type { FlowSummary } from '@sluice/schema';
import { classNames } from '../ui/class-names.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { say } from '../words/say.ts';
import { focusFlow } from './flow-links.ts';
import { flowStates, isInState } from './pick-flows.ts';
import { TagFilter } from './TagFilter.tsx';
import type { FlowsAddress } from './use-flows-address.ts';

interface FlowFiltersProps {
  readonly flows: readonly FlowSummary[];
  readonly address: FlowsAddress;
  /** What is typed in the search field; the address follows. */
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Narrows the list of flows by words, state and tag. */
export function FlowFilters({ flows, address, words, onWords }: FlowFiltersProps) {
  const { filter, narrow } = address;
  return (
    <search className="flex min-w-0 flex-wrap items-center gap-2">
      <SearchField
        label={say('flows.search')}
        placeholder={say('flows.search-hint')}
        value={words}
        onChange={onWords}
        onEnter={() => focusFlow()}
        className="w-64"
      />
      <div
        role="group"
        aria-label={say('flows.state.title')}
        className="flex rounded-r1 border bg-sunken p-0.5"
      >
        <StateButton
          label={say('flows.filter.all')}
          count={flows.length}
          pressed={filter.state === undefined}
          onPress={() => narrow('state', undefined)}
        />
        {flowStates.map((state) => (
          <StateButton
            key={state}
            label={say(`flows.filter.${state}`)}
            count={flows.filter((flow) => isInState(flow, state)).length}
            alarming={state === 'failing'}
            pressed={filter.state === state}
            onPress={() => narrow('state', filter.state === state ? undefined : state)}
          />
        ))}
      </div>
      <TagFilter flows={flows} tag={filter.tag} onChoose={(tag) => narrow('tag', tag)} />
    </search>
  );
}

interface StateButtonProps {
  readonly label: string;
  readonly count: number;
  readonly alarming?: boolean;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function StateButton({ label, count, alarming = false, pressed, onPress }: StateButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="inline-flex h-6.5 items-center gap-1.5 rounded-[5px] px-2 font-medium text-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-1"
    >
      {label}
      <span className={classNames('text-hint', alarming && count > 0 ? 'text-fail' : 'text-muted')}>
        {count}
      </span>
    </button>
  );
}
