import { CircleHelp } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useTriggerManifest } from '../../../catalogue/use-catalogue.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { say } from '../../../words/say.ts';
import type { KnownValues } from '../../mapping/known-values.ts';
import { FloodControlTab } from './FloodControlTab.tsx';
import { TriggerOutputsTab } from './TriggerOutputsTab.tsx';
import { TriggerSettingsTab } from './TriggerSettingsTab.tsx';
import { useSavedTrigger } from './use-saved-trigger.ts';

interface TriggerSettingsProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
  /** What is known of this trigger's own outputs. */
  readonly known: KnownValues;
  /** The input to begin at, by its name. */
  readonly focusInput: string | undefined;
  /** The tab that is shown, by its id. */
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

/** The tabs of a trigger, drawn from its declaration. */
export function TriggerSettings(props: TriggerSettingsProps) {
  const { node, onChange, known, focusInput, tab, onTab } = props;
  const manifest = useTriggerManifest(node.type);
  const saved = useSavedTrigger(node.id);
  if (!manifest) {
    return (
      <div className="flex-1">
        <EmptyState icon={<CircleHelp />} title={say('designer.settings.trigger.unknown')}>
          {say('designer.settings.trigger.unknown-text', { type: node.type })}
        </EmptyState>
      </div>
    );
  }
  const given = { node, onChange, manifest, saved };
  return (
    <Tabs
      label={say('app.settings')}
      value={tab}
      onChange={onTab}
      className="flex-1"
      listClassName="shrink-0 px-5"
      panelClassName="overflow-hidden"
      tabs={[
        {
          id: 'settings',
          label: say('app.settings'),
          content: <TriggerSettingsTab {...given} focusInput={focusInput} />,
        },
        {
          id: 'outputs',
          label: say('designer.settings.step.tabs.outputs'),
          content: <TriggerOutputsTab {...given} known={known} />,
        },
        ...(manifest.source === 'http'
          ? [
              {
                id: 'flood',
                label: say('designer.settings.trigger.flood.tab'),
                content: <FloodControlTab {...given} />,
              },
            ]
          : []),
      ]}
    />
  );
}
