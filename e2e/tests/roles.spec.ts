import { DesignerPage } from '../pages/designer-page.ts';
import { LoginPage } from '../pages/login-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'a viewer sees a flow and its runs, and can change nothing',
  async ({ browser, api, halo }) => {
    const { id } = await api.publishFlow(
      'Only to look at',
      await api.connect(halo, `View ${Date.now()}`),
    );
    const email = `viewer-${Date.now()}@example.com`;
    const password = 'a-viewers-long-password';
    await api.send('POST', '/users', {
      kind: 'person',
      name: 'Vic Viewer',
      email,
      password,
      role: 'viewer',
    });

    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    const login = new LoginPage(page);
    await login.open();
    await login.logIn(email, password);
    const designer = new DesignerPage(page);
    await page.goto(`/flows/${id}`);
    await expect(designer.card('Create Ticket')).toBeVisible();
    await expect(designer.publishButton).toHaveCount(0);
    const refused = await page.request.delete(`/api/v1/flows/${id}`);
    expect(refused.status()).toBe(403);
    await context.close();
  },
);
