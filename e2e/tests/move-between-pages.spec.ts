import { Sidebar } from '../pages/sidebar.ts';
import { expect, story } from '../support/story.ts';

story.use({ viewport: { width: 1024, height: 360 } });

const activity = /assets\/ActivityPage-/;

story('a page begins at its top, and a step back shows it as it was left', async ({ page }) => {
  const sidebar = new Sidebar(page);
  const scrolled = () => sidebar.main.evaluate((main) => main.scrollTop);
  await page.goto('/templates');
  await expect(sidebar.main.getByRole('listitem').first()).toBeVisible();
  await sidebar.main.evaluate((main) => main.scrollTo(0, 200));
  await sidebar.go('Settings');
  await expect(sidebar.heading('Settings')).toBeVisible();
  await expect(sidebar.link('Settings')).toHaveAttribute('aria-current', 'page');
  expect(await scrolled()).toBe(0);

  await page.goBack();
  await expect(sidebar.heading('Templates')).toBeAttached();
  await expect.poll(scrolled).toBe(200);
});

story('the address of flows without a flow is that of the list', async ({ page }) => {
  await page.goto('/flows');
  await expect(page).toHaveURL('/');
  await expect(new Sidebar(page).heading('Flows')).toBeVisible();
});

story('a page that cannot be fetched says so, and is left like any other', async ({ page }) => {
  const sidebar = new Sidebar(page);
  await page.route(activity, (route) => route.abort());
  await page.goto('/');
  await sidebar.go('Activity');
  await expect(sidebar.failure).toContainText('could not be fetched');
  await sidebar.go('Signals');
  await expect(sidebar.heading('Signals')).toBeVisible();

  await page.unroute(activity);
  await sidebar.go('Activity');
  await expect(sidebar.heading('Activity')).toBeVisible();
});

story('a page opened in a tunnel comes at its end', async ({ page, context }) => {
  const sidebar = new Sidebar(page);
  await page.goto('/');
  await expect(sidebar.heading('Flows')).toBeVisible();
  await page.route(activity, (route) => route.abort());
  await context.setOffline(true);
  const failed = page.waitForEvent('requestfailed', (request) => activity.test(request.url()));
  await sidebar.go('Activity');
  await expect(page).toHaveURL(/\/runs$/);
  await failed;

  await page.unroute(activity);
  await context.setOffline(false);
  await expect(sidebar.heading('Activity')).toBeVisible();
});
