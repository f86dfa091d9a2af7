import { useState } from 'react';
import { CircleHelp } from 'lucide-react';
import type { TriggerNode } from '@sluice/schema';
import { useTriggerManifest } from '../../../catalogue/use-catalogue.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
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
}

/** The tabs of a trigger, drawn from its declaration. */
export function TriggerSettings({ node, onChange, known }: TriggerSettingsProps) {
  const manifest = useTriggerManifest(node.type);
  const saved = useSavedTrigger(node.id);
  const [tab, setTab] = useState('settings');
  if (!manifest) {
    return (
      <div className="flex-1">
        <EmptyState icon={<CircleHelp />} title="This kind of trigger is not known here">
          This server does not have “{node.type}”. Delete the trigger, or install the connector that
          declares it.
        </EmptyState>
      </div>
    );
  }
  const given = { node, onChange, manifest, saved };
  return (
    <Tabs
      label="Settings"
      value={tab}
      onChange={setTab}
      className="flex-1"
      listClassName="shrink-0 px-5"
      panelClassName="overflow-hidden"
      tabs={[
        { id: 'settings', label: 'Settings', content: <TriggerSettingsTab {...given} /> },
        {
          id: 'outputs',
          label: 'Outputs',
          content: <TriggerOutputsTab {...given} known={known} />,
        },
        ...(manifest.source === 'http'
          ? [{ id: 'flood', label: 'Flood Control', content: <FloodControlTab {...given} /> }]
          : []),
      ]}
    />
  );
}
