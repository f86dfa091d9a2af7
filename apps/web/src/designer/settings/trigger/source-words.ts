import type { TriggerSource } from '@sluice/schema';
import { say } from '../../../words/say.ts';

/** What an enabled and a disabled trigger do, by where its runs come from. */
export const sourceWords: Readonly<
  Record<TriggerSource, { readonly on: string; readonly off: string }>
> = {
  http: {
    on: say('designer.settings.trigger.sources.http-on'),
    off: say('designer.settings.trigger.sources.http-off'),
  },
  manual: {
    on: say('designer.settings.trigger.sources.manual-on'),
    off: say('designer.settings.trigger.sources.manual-off'),
  },
  schedule: {
    on: say('designer.settings.trigger.sources.schedule-on'),
    off: say('designer.settings.trigger.sources.schedule-off'),
  },
  call: {
    on: say('designer.settings.trigger.sources.call-on'),
    off: say('designer.settings.trigger.sources.call-off'),
  },
  failure: {
    on: say('designer.settings.trigger.sources.failure-on'),
    off: say('designer.settings.trigger.sources.failure-off'),
  },
};
