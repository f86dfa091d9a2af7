import { DAY_SECONDS, type TriggerNode, type TriggerSettings } from '@sluice/schema';
import { Switch } from '../../../ui/Switch.tsx';
import { say } from '../../../words/say.ts';
import { NumberField } from '../NumberField.tsx';

interface RunLimitsProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
  /** Whether its sender may be kept waiting. */
  readonly canAnswer: boolean;
}

type Limit = 'answerSeconds' | 'runTimeoutSeconds' | 'runsAtOnce';

/** How long the runs of a trigger may take, how many there may be at once, and who waits for them. */
export function RunLimits({ node, onChange, canAnswer }: RunLimitsProps) {
  const { settings } = node;
  const set = (name: Limit, value: number | undefined) => {
    const { [name]: _old, ...rest } = settings;
    const next: TriggerSettings = value === undefined ? rest : { ...rest, [name]: value };
    onChange({ ...node, settings: next });
  };
  return (
    <section
      aria-label={say('designer.settings.trigger.limits.title')}
      className="flex flex-col gap-4"
    >
      {canAnswer && (
        <Optional
          label={say('designer.settings.trigger.limits.wait')}
          hint={say('designer.settings.trigger.limits.wait-hint')}
          number={say('designer.settings.trigger.limits.longest-wait')}
          unit="s"
          initial={30}
          most={120}
          value={settings.answerSeconds}
          onChange={(value) => set('answerSeconds', value)}
        />
      )}
      <Optional
        label={say('designer.settings.trigger.limits.duration')}
        hint={say('designer.settings.trigger.limits.duration-hint')}
        number={say('designer.settings.trigger.limits.longest-run')}
        unit="s"
        initial={3600}
        most={90 * DAY_SECONDS}
        value={settings.runTimeoutSeconds}
        onChange={(value) => set('runTimeoutSeconds', value)}
      />
      <Optional
        label={say('designer.settings.trigger.limits.at-once')}
        hint={say('designer.settings.trigger.limits.at-once-hint')}
        number={say('designer.settings.trigger.limits.most-at-once')}
        initial={1}
        most={10_000}
        value={settings.runsAtOnce}
        onChange={(value) => set('runsAtOnce', value)}
      />
    </section>
  );
}

interface OptionalProps {
  readonly label: string;
  readonly hint: string;
  /** What the number is called. */
  readonly number: string;
  readonly unit?: string;
  readonly initial: number;
  readonly most: number;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that is there only once it is switched on. */
function Optional({ label, hint, number, initial, value, onChange, ...field }: OptionalProps) {
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={label}
        hint={hint}
        checked={value !== undefined}
        onChange={(on) => onChange(on ? initial : undefined)}
      />
      {value !== undefined && (
        <div className="ml-11 max-w-56">
          <NumberField {...field} label={number} value={value} least={1} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
