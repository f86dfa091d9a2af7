import type { TriggerAuthentication } from '@sluice/schema';
import { say } from '../../../words/say.ts';

/** What each authentication method is called, and what it asks of the caller. */
export const authenticationWords: Readonly<
  Record<TriggerAuthentication, { readonly label: string; readonly sentence: string }>
> = {
  url: {
    label: 'URL',
    sentence: say('designer.settings.trigger.authentication.url'),
  },
  basic: {
    label: 'Basic',
    sentence: say('designer.settings.trigger.authentication.basic'),
  },
  'api-key': {
    label: say('designer.settings.trigger.authentication.api-key-label'),
    sentence: say('designer.settings.trigger.authentication.api-key'),
  },
  oauth: {
    label: 'OAuth 2',
    sentence: say('designer.settings.trigger.authentication.oauth'),
  },
  signed: {
    label: say('designer.settings.trigger.authentication.signed-label'),
    sentence: say('designer.settings.trigger.authentication.signed'),
  },
  any: {
    label: say('designer.settings.trigger.authentication.any-label'),
    sentence: say('designer.settings.trigger.authentication.any'),
  },
};
