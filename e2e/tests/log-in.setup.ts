import { join } from 'node:path';
import { test as setup } from '@playwright/test';
import { LoginPage } from '../pages/login-page.ts';

setup('log in once for all stories', async ({ page }) => {
  const login = new LoginPage(page);
  await login.open();
  await login.logIn(process.env['E2E_EMAIL'] ?? '', process.env['E2E_PASSWORD'] ?? '');
  // Stories are about other things than the tour, which is offered to whoever is new.
  await page.evaluate(async () => {
    const { user } = await (await fetch('/api/v1/session')).json();
    localStorage.setItem('sluice.designer.tour', JSON.stringify([user.id]));
  });
  await page.context().storageState({ path: join(process.env['E2E_DATA'] ?? '', 'session.json') });
});
