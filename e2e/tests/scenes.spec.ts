import { expectAccessible, showTheme } from '../support/accessible.ts';
import { furnish } from '../support/furnish.ts';
import { scenes } from '../support/scenes.ts';
import { story } from '../support/story.ts';

/** Folder for a picture of every scene in both themes, large and small; absent: none is made. */
const folder = process.env['PICTURES'];

for (const [name, scene] of Object.entries(scenes)) {
  story(`${name}: no accessibility violations in either theme`, async ({ page, request, halo }) => {
    await scene({ page, halo, ...(await furnish(request, halo)) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await showTheme(page, colorScheme);
      await expectAccessible(page);
      if (folder === undefined) continue;
      const file = `${folder}/${name.replaceAll(/[^\w]+/g, '-').toLowerCase()}-${colorScheme}`;
      await page.screenshot({ path: `${file}.png` });
      await page.setViewportSize({ width: 1024, height: 700 });
      await page.screenshot({ path: `${file}-small.png` });
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}
