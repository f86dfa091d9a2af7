import { ConnectionsPage } from '../pages/connections-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder stores a Halo connection, tests it, and never sees its secret again',
  async ({ page, halo }) => {
    const name = `Acme Halo ${Date.now()}`;
    const { clientId, clientSecret, tenant } = await halo.credentials();
    const connections = new ConnectionsPage(page);
    await connections.open();
    await connections.startNew('HaloITSM');
    await connections.fill({
      Name: name,
      'Resource Server': `${halo.url}/api`,
      Tenant: tenant,
      'Client ID': clientId,
      'Client Secret': 'wrong',
    });
    const refused = await connections.test();
    await expect(refused).toContainText('does not work yet');
    await expect(refused).toContainText(/client (id|secret)/i);

    await connections.fill({ 'Client Secret': clientSecret });
    await expect(await connections.test()).toContainText('The connection works.');
    await connections.save();
    await expect(connections.row(name)).toBeVisible();

    await connections.edit(name);
    await expect(connections.dialog.getByLabel('Client Secret', { exact: true })).toHaveValue('');
    expect(await page.content()).not.toContain(clientSecret);
  },
);
