import type { TriggerSource } from '@sluice/schema';

/** What an enabled and a disabled trigger do, by where its runs come from. */
export const sourceWords: Readonly<
  Record<TriggerSource, { readonly on: string; readonly off: string }>
> = {
  http: {
    on: 'Calls to the URL start runs.',
    off: 'Calls to the URL are refused with 410 once this is published.',
  },
  manual: {
    on: 'Run starts the published version.',
    off: 'Run starts nothing once this is published.',
  },
  schedule: {
    on: 'Its times start runs.',
    off: 'Its times start nothing once this is published.',
  },
  call: {
    on: 'Steps of other flows may call it.',
    off: 'Steps that call it fail once this is published.',
  },
  failure: {
    on: 'Runs that fail start runs of this flow.',
    off: 'Failures start nothing once this is published.',
  },
};
