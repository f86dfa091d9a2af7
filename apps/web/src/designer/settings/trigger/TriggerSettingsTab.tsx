import type { TriggerManifest, TriggerNode } from '@sluice/schema';
import { Switch } from '../../../ui/Switch.tsx';
import { say } from '../../../words/say.ts';
import { ConnectionPicker } from './ConnectionPicker.tsx';
import { AuthenticationFields } from './AuthenticationFields.tsx';
import { Instructions } from './Instructions.tsx';
import { RunLimits } from './RunLimits.tsx';
import { ScheduleTimes } from './ScheduleTimes.tsx';
import { sourceWords } from './source-words.ts';
import { TriggerAddress } from './TriggerAddress.tsx';
import { TriggerInputs, type TriggerInputsProps } from './TriggerInputs.tsx';
import { TriggerSetupSection } from './TriggerSetupSection.tsx';
import type { SavedTrigger } from './use-saved-trigger.ts';

export interface TriggerTabProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
  readonly manifest: TriggerManifest;
  readonly saved: SavedTrigger;
}

/** Who may call a trigger and how, where, and what to do in the other product. */
export function TriggerSettingsTab({
  node,
  onChange,
  manifest,
  saved,
  focusInput,
}: TriggerTabProps & Pick<TriggerInputsProps, 'focusInput'>) {
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(320px,440px)] max-[899px]:grid-cols-1 max-[899px]:overflow-y-auto">
      <div className="flex flex-col gap-6 px-5 py-4 min-[900px]:overflow-y-auto">
        <Switch
          label={say('designer.settings.trigger.enabled')}
          hint={sourceWords[manifest.source][node.disabled ? 'off' : 'on']}
          checked={node.disabled !== true}
          onChange={(enabled) => {
            const { disabled: _disabled, ...rest } = node;
            onChange(enabled ? rest : { ...rest, disabled: true });
          }}
        />
        {manifest.source === 'http' && (
          <>
            <AuthenticationFields node={node} onChange={onChange} />
            <TriggerAddress node={node} saved={saved} />
          </>
        )}
        <TriggerInputs
          node={node}
          onChange={onChange}
          manifest={manifest}
          focusInput={focusInput}
        />
        {manifest.connection !== 'none' && <ConnectionPicker node={node} onChange={onChange} />}
        <RunLimits node={node} onChange={onChange} canAnswer={manifest.canAnswer} />
      </div>
      <aside className="flex flex-col gap-6 border-l bg-sunken px-5 py-4 max-[899px]:border-l-0 max-[899px]:border-t min-[900px]:overflow-y-auto">
        {manifest.setup && <TriggerSetupSection node={node} setup={manifest.setup} saved={saved} />}
        {manifest.source === 'schedule' && <ScheduleTimes node={node} />}
        {manifest.help !== undefined && <p className="text-muted">{manifest.help}</p>}
        <Instructions manifest={manifest} url={saved.detail?.url} />
      </aside>
    </div>
  );
}
