import type { ReactNode } from 'react';
import type { StepNode } from '@sluice/schema';
import { useStepManifest } from '../../../catalogue/use-catalogue.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { type Tab, Tabs } from '../../../ui/Tabs.tsx';
import { CircleHelp } from 'lucide-react';
import { say } from '../../../words/say.ts';
import type { KnownValues } from '../../mapping/known-values.ts';
import { ConnectionTab } from '../ConnectionTab.tsx';
import { OutputsTab } from '../OutputsTab.tsx';
import { RetryTab } from './RetryTab.tsx';
import { SetupTab } from './SetupTab.tsx';
import { useNodeProblems } from './use-node-problems.ts';

interface StepSettingsProps {
  readonly node: StepNode;
  readonly onChange: (node: StepNode) => void;
  /** What is known of this step's own outputs. */
  readonly known: KnownValues;
  readonly focusInput: string | undefined;
  /** The tab that is shown, by its id. */
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** What tests the step. */
  readonly test: ReactNode;
}

/** The tabs of a step, drawn from its declaration. */
export function StepSettings(props: StepSettingsProps) {
  const { node, onChange, known, focusInput, tab, onTab, test } = props;
  const manifest = useStepManifest(node.type);
  const problems = useNodeProblems(node);
  if (!manifest) {
    return (
      <div className="flex-1">
        <EmptyState icon={<CircleHelp />} title={say('designer.settings.step.unknown-step')}>
          {say('designer.settings.step.unknown-step-text', { type: node.type })}
        </EmptyState>
      </div>
    );
  }
  const common = { node, onChange, manifest };
  const tabs: readonly Tab[] = [
    {
      id: 'setup',
      label: say('designer.settings.step.tabs.setup'),
      ...failCount(problems.inputs.size),
      content: <SetupTab {...common} problems={problems.inputs} focusInput={focusInput} />,
    },
    ...(manifest.connection === 'none'
      ? []
      : [
          {
            id: 'connection',
            label: say('designer.settings.step.tabs.connection'),
            ...failCount(problems.connection),
            content: (
              <ConnectionTab
                type={node.type}
                required={manifest.connection === 'required'}
                value={node.connectionId}
                purpose={say('designer.settings.step.connection-purpose', { step: manifest.label })}
                onChange={(connectionId) => onChange(withConnection(node, connectionId))}
              />
            ),
          },
        ]),
    {
      id: 'retry',
      label: say('designer.settings.step.tabs.retry'),
      content: <RetryTab {...common} />,
    },
    {
      id: 'outputs',
      label: say('designer.settings.step.tabs.outputs'),
      content: <OutputsTab node={node} onChange={onChange} known={known} />,
    },
    { id: 'test', label: say('designer.test-step.tab'), content: test },
  ];
  return (
    <Tabs
      label={say('app.settings')}
      tabs={tabs}
      value={tab}
      onChange={onTab}
      className="flex-1"
      listClassName="shrink-0 px-5"
      panelClassName="overflow-hidden"
    />
  );
}

function failCount(count: number): Pick<Tab, 'count' | 'countTone'> {
  return count > 0 ? { count, countTone: 'fail' } : {};
}

function withConnection(
  { connectionId: _old, ...node }: StepNode,
  connectionId: string | undefined,
): StepNode {
  return { ...node, ...(connectionId !== undefined && { connectionId }) };
}
