import { AxeBuilder } from '@axe-core/playwright';
import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { ticketLogged } from '../support/payloads.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder formats a pill, and sees what becomes of the last signal, of samples and of a run',
  async ({ page, api, halo, request }) => {
    const connection = await api.connect(halo, `Formats ${Date.now()}`);
    const { id, url } = await api.publishFlow('Map with formats', connection);
    await request.post(url, {
      data: ticketLogged({ id: 7301, summary: 'disk full', agentId: 27 }),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await expect(designer.activity.getByRole('list', { name: 'Runs' })).toContainText('#7301');

    await designer.openSettings('Create Ticket');
    const settings = new SettingsDialog(page, /Create Ticket/);
    await expect(settings.field('Summary')).toContainText('Follow-up of 7301: disk full');
    const summary = settings.popover('HaloITSM Incidents › Summary');
    await settings.pill('Summary', 'HaloITSM Incidents › Summary').click();
    await summary.getByRole('button', { name: 'Add Upper case' }).click();
    await summary.getByRole('button', { name: 'Add Truncate' }).click();
    await summary.getByRole('spinbutton', { name: 'Most characters' }).fill('5');
    await expect(summary).toContainText('DISK…');
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id: rule }) => rule)).toEqual([]);
    await designer.press('Escape');
    await expect(settings.field('Summary')).toContainText('Follow-up of 7301: DISK…');
    await expect(settings.field('Summary')).toContainText('last signal');

    await settings.showValues('Values: samples');
    await expect(settings.field('Summary')).not.toContainText('7301');
    await expect(settings.field('Summary')).toContainText('sample');
    await settings.showValues(/#7301/);
    await expect(settings.field('Summary')).toContainText('Follow-up of 7301: DISK…');
    await expect(settings.field('Summary')).toContainText('from a run');

    await settings.input('Details').click();
    await designer.press('Control+A');
    await page.keyboard.type('/custom fields');
    await expect(settings.choice('Custom Fields')).toBeVisible();
    await designer.press('Enter');
    await expect(settings.input('Details')).toHaveText('HaloITSM Incidents › Custom Fields');
    // Undo takes back what was typed word by word.
    for (let times = 0; times < 6; times += 1) await designer.press('Control+Z');
    await expect(settings.input('Details')).toContainText('HaloITSM Incidents › Details');
    await settings.cancel();
  },
);

story(
  'an example is put in at a press, taken back by undo, and help is there for the keyboard',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Examples ${Date.now()}`);
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Examples',
      ...haloLoop(connection),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.openSettings('Add Action');
    const settings = new SettingsDialog(page, /Add Action/);
    const note = settings.field('Note');
    await expect(note.getByText('What to write, as plain text.')).toHaveClass(/sr-only/);
    await note.getByRole('button', { name: 'Help for Note' }).press('Enter');
    await expect(note.getByText('What to write, as plain text.')).not.toHaveClass(/sr-only/);
    await note
      .getByRole('button', { name: 'Example for Note: The on-call engineer is looking into it.' })
      .press('Enter');
    await expect(settings.input('Note')).toContainText('looking into it.');
    await expect(settings.input('Note')).toContainText('Opened because of HaloITSM Incidents');
    await expect(settings.input('Note')).toBeFocused();
    await designer.press('Control+Z');
    await expect(settings.input('Note')).not.toContainText('looking into it.');
    await settings.cancel();
  },
);
