import { DAY_SECONDS, type FloodControl } from '@sluice/schema';
import { useCatalogue } from '../../../catalogue/use-catalogue.ts';
import { Switch } from '../../../ui/Switch.tsx';
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
            Flood control
          </h3>
          <Switch
            label="Suppress floods"
            hint="One fault can log dozens of tickets. Flood control lets the first ones through."
            checked={floodControl.enabled}
            onChange={(enabled) => changeFlood({ enabled })}
          />
          {floodControl.enabled && (
            <>
              <FloodPicture floodControl={floodControl} outputs={outputs} />
              <div className="grid grid-cols-2 gap-3.5">
                <NumberField
                  label="Threshold"
                  value={floodControl.threshold}
                  least={1}
                  most={1000}
                  hint="How many signals start a run within the period."
                  onChange={(threshold) => changeFlood({ threshold })}
                />
                <NumberField
                  label="Period"
                  unit="s"
                  value={floodControl.periodSeconds}
                  least={1}
                  most={DAY_SECONDS}
                  hint="Seconds that the signals are counted over."
                  onChange={(periodSeconds) => changeFlood({ periodSeconds })}
                />
              </div>
              <OutputPicks
                label="Correlate by"
                hint="Signals correlate when all of these are the same. With none chosen, all signals of this trigger do."
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
              Duplicates
            </h3>
            <p className="text-muted">
              A sender that is not sure it was heard sends again. The second signal is answered with
              the first one’s request id and starts no run.
            </p>
          </div>
          <OutputPicks
            label="Identify an event by"
            hint="With none chosen, only the Idempotency-Key header tells duplicates."
            outputs={outputs}
            suggested={manifest.deduplicateBy}
            value={deduplicate.by ?? manifest.deduplicateBy}
            onChange={(by) => changeDuplicates({ by })}
          />
          <div className="grid grid-cols-2 gap-3.5">
            <NumberField
              label="Remember for"
              unit="h"
              fractions
              value={deduplicate.windowSeconds / 3600}
              least={1 / 60}
              most={720}
              hint="Hours. 24 suits most senders."
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
