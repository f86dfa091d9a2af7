import { request as requests } from '@playwright/test';
import { startFresh } from './fresh-server.ts';
import { story } from './story.ts';

type Session = Awaited<ReturnType<Awaited<ReturnType<typeof requests.newContext>>['storageState']>>;

interface OwnServer {
  readonly url: string;
  readonly session: Session;
}

/** A story on a server that no other story has written to, with the administrator logged in. */
export const storyOfItsOwn = story.extend<object, { own: OwnServer }>({
  own: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const email = process.env['E2E_EMAIL'] ?? '';
      const password = process.env['E2E_PASSWORD'] ?? '';
      const server = await startFresh({
        SLUICE_ADMIN_EMAIL: email,
        SLUICE_ADMIN_PASSWORD: password,
        SLUICE_OUTBOUND_ALLOW: '127.0.0.1',
      });
      const context = await requests.newContext({ baseURL: server.url });
      await context.post('/api/v1/session', { data: { email, password } });
      await use({ url: server.url, session: await context.storageState() });
      await context.dispose();
      server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ own }, use) => use(own.url),
  storageState: async ({ own }, use) => use(own.session),
});
