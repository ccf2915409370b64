import { beforeAll, describe, expect, it } from 'vitest';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { createPerson } from '../setup/people';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { openPalette, takeFromPalette } from './support/palette';

const projectId = 'frame';
const visitors = useVisitors();
let leadId: string;
let annotatorId: string;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Frame Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'The frame', schema: medicalReportSchema });
  leadId = (await createPerson({ name: 'Frame Lead', roles: { [projectId]: ['lead'] } })).userId;
  annotatorId = (await createPerson({ name: 'Frame Annotator', roles: { [projectId]: ['annotator'] } })).userId;
});

describe('what a role sees', () => {
  it('is no Rounds for an annotator, neither in the rail nor by their address', async () => {
    const { page, complaints } = await visitors.openAs(annotatorId);
    await page.goto(`/p/${projectId}`);
    const rail = page.getByRole('navigation', { name: 'Project' });
    await rail.getByRole('link', { name: 'Label' }).waitFor();
    expect(await rail.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))).toEqual([
      'Home', 'Documents', 'Label', 'Schema', 'Settings',
    ]);
    for (const area of ['rounds', 'compare', 'select', 'review']) {
      await page.goto(`/p/${projectId}/${area}`);
      await page.getByText('Not found in this project').waitFor();
    }
    for (const path of ['rounds', 'checkpoints', 'selections']) {
      expect((await page.request.get(`/api/projects/${projectId}/${path}`)).status()).toBe(403);
    }
    await keepScreenshot(page, 'frame-refused');
    // The pages' own status is what the browser logs of them.
    for (const complaint of complaints.splice(0)) expect(complaint).toContain('404');
  });
});

describe('the keyboard', () => {
  it('reaches everything from the top of the page: skip link, switcher, rooms in order', async () => {
    const { page } = await visitors.openAs(leadId);
    await page.goto(`/p/${projectId}`);
    await page.getByRole('navigation', { name: 'The loop' }).waitFor();
    const inFocus = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    const reached: string[] = [];
    for (let press = 0; press < 11; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await inFocus());
    }
    expect(reached).toEqual([
      'Skip to content', 'Project The frame: switch project',
      'Home', 'Documents', 'Select', 'Label', 'Review', 'Rounds', 'Compare', 'Schema', 'Settings',
    ]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/p/${projectId}/settings**`);
  });

  it('opens the command palette by Ctrl-K and goes where it is told', async () => {
    const { page } = await visitors.openAs(leadId);
    await page.goto(`/p/${projectId}`);
    await page.getByRole('navigation', { name: 'The loop' }).waitFor();
    await openPalette(page);
    await takeFromPalette(page, 'Rounds', 'Rounds');
    await page.waitForURL(`**/p/${projectId}/rounds`);
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor();
  });
});

describe('dark mode', () => {
  it('follows the system on every page', async () => {
    const { page } = await visitors.openAs(leadId, { colorScheme: 'dark' });
    for (const area of ['', '/documents', '/select', '/label', '/review', '/rounds', '/compare', '/schema', '/settings']) {
      await page.goto(`/p/${projectId}${area}`);
      await page.getByRole('main').waitFor();
      await page.waitForFunction(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const levels = [...paper.matchAll(/\d+/g)].slice(0, 3).map(([level]) => Number(level));
      expect(Math.max(...levels), `${area} is ${paper}`).toBeLessThan(80);
      await keepScreenshot(page, `frame-dark${area.replace('/', '-')}`);
    }
  });
});
