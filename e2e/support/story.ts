import { test as base } from '@playwright/test';
import { Api } from './api.ts';
import { Halo } from './halo.ts';

/** What a story starts from: a Halo of its own worker, and the API to prepare things with. */
export const story = base.extend<{ api: Api }, { halo: Halo }>({
  halo: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const halo = await Halo.start();
      await use(halo);
      halo.stop();
    },
    { scope: 'worker' },
  ],
  api: async ({ request }, use) => use(new Api(request)),
});

export { expect } from '@playwright/test';
