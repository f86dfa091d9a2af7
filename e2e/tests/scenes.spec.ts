import { expectAccessible } from '../support/accessible.ts';
import { furnish } from '../support/furnish.ts';
import { scenes } from '../support/scenes.ts';
import { story } from '../support/story.ts';

/** Folder for a picture of every scene in both themes, large and small; absent: none is made. */
const folder = process.env['PICTURES'];

for (const theme of ['light', 'dark'] as const) {
  story.describe(theme, () => {
    story.use({ colorScheme: theme });

    for (const [name, scene] of Object.entries(scenes)) {
      story(`${name}: no accessibility violations`, async ({ page, request, halo }) => {
        await scene({ page, ...(await furnish(request, halo)) });
        await expectAccessible(page);
        if (folder === undefined) return;
        const file = name.replaceAll(/[^\w]+/g, '-').toLowerCase();
        await page.screenshot({ path: `${folder}/${file}-${theme}.png` });
        await page.setViewportSize({ width: 1024, height: 700 });
        await page.screenshot({ path: `${folder}/${file}-${theme}-small.png` });
      });
    }
  });
}
