import { DAY_SECONDS, type FloodControl } from '@sluice/schema';
import { useCatalogue } from '../../../catalogue/use-catalogue.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { say } from '../../../words/say.ts';
import { declaredOutputs } from '../../mapping/node-outputs.ts';
import { NumberField } from '../NumberField.tsx';
import { FloodPicture } from './FloodPicture.tsx';
import { OutputPicks } from './OutputPicks.tsx';
import type { TriggerTabProps } from './TriggerSettingsTab.tsx';

/** What a trigger does with many signals at once, and with the same signal twice. */
export function FloodControlTab({ node, onChange, manifest }: TriggerTabProps) {
  const outputs = declaredOutputs(node, useCatalogue());
  const { floodControl, deduplicate } = node.settings;
  const changeFlood = (part: Partial<FloodControl>) =>
    onChange({
      ...node,
      settings: { ...node.settings, floodControl: { ...floodControl, ...part } },
    });
  const changeDuplicates = (part: Partial<typeof deduplicate>) =>
    onChange({ ...node, settings: { ...node.settings, deduplicate: { ...deduplicate, ...part } } });
  return (
    <div className="h-full overflow-y-auto px-5 py-4">
      <div className="flex max-w-3xl flex-col gap-8">
        <section aria-labelledby="flood" className="flex flex-col gap-4">
          <h3 id="flood" className="sr-only">
            {say('designer.settings.trigger.flood.title')}
          </h3>
          <Switch
            label={say('designer.settings.trigger.flood.suppress')}
            hint={say('designer.settings.trigger.flood.suppress-hint')}
            checked={floodControl.enabled}
            onChange={(enabled) => changeFlood({ enabled })}
          />
          {floodControl.enabled && (
            <>
              <FloodPicture floodControl={floodControl} outputs={outputs} />
              <div className="grid grid-cols-2 gap-3.5">
                <NumberField
                  label={say('designer.settings.trigger.flood.threshold')}
                  value={floodControl.threshold}
                  least={1}
                  most={1000}
                  hint={say('designer.settings.trigger.flood.threshold-hint')}
                  onChange={(threshold) => changeFlood({ threshold })}
                />
                <NumberField
                  label={say('designer.settings.trigger.flood.period')}
                  unit="s"
                  value={floodControl.periodSeconds}
                  least={1}
                  most={DAY_SECONDS}
                  hint={say('designer.settings.trigger.flood.period-hint')}
                  onChange={(periodSeconds) => changeFlood({ periodSeconds })}
                />
              </div>
              <OutputPicks
                label={say('designer.settings.trigger.flood.correlate-by')}
                hint={say('designer.settings.trigger.flood.correlate-by-hint')}
                outputs={outputs}
                suggested={manifest.correlateBy}
                value={floodControl.correlateBy}
                onChange={(correlateBy) => changeFlood({ correlateBy })}
              />
            </>
          )}
        </section>
        <section aria-labelledby="duplicates" className="flex flex-col gap-4 border-t pt-6">
          <div>
            <h3 id="duplicates" className="font-semibold">
              {say('designer.settings.trigger.flood.duplicates')}
            </h3>
            <p className="text-muted">{say('designer.settings.trigger.flood.duplicates-hint')}</p>
          </div>
          <OutputPicks
            label={say('designer.settings.trigger.flood.identify-by')}
            hint={say('designer.settings.trigger.flood.identify-by-hint')}
            outputs={outputs}
            suggested={manifest.deduplicateBy}
            value={deduplicate.by ?? manifest.deduplicateBy}
            onChange={(by) => changeDuplicates({ by })}
          />
          <div className="grid grid-cols-2 gap-3.5">
            <NumberField
              label={say('designer.settings.trigger.flood.remember-for')}
              unit="h"
              fractions
              value={deduplicate.windowSeconds / 3600}
              least={1 / 60}
              most={720}
              hint={say('designer.settings.trigger.flood.remember-for-hint')}
              onChange={(hours) =>
                changeDuplicates({ windowSeconds: Math.max(1, Math.round(hours * 3600)) })
              }
            />
          </div>
        </section>
      </div>
    </div>
  );
}
