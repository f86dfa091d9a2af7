import { useRuns } from '../../api/runs.ts';
import { Select } from '../../ui/Select.tsx';
import { timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useValuesChoice } from './values-choice.ts';

const MOST_RUNS = 10;

/** Chooses whose values the list and the previews show: the newest known, samples, or those of a run. */
export function ValuesSelect() {
  const flowId = useFlowDocument((state) => state.flow.id);
  const { choice, choose } = useValuesChoice();
  const runs = useRuns({ flowId }).data?.pages[0]?.items.slice(0, MOST_RUNS) ?? [];
  return (
    <Select
      label={say('designer.settings.values.label')}
      hideLabel
      className="mt-2"
      value={choice}
      onChange={choose}
      options={[
        { value: 'known', label: say('designer.settings.values.known') },
        { value: 'sample', label: say('designer.settings.values.sample') },
        ...runs.map(({ id, title, startedAt }) => ({
          value: id,
          label: title,
          hint: say('designer.settings.values.run', { time: timeText(startedAt) }),
        })),
      ]}
    />
  );
}
