import { describe, expect, inject, it } from 'vitest';
import { createPerson, createProject } from '../setup/people';
import { keepScreenshot, useVisitors } from '../setup/browser';

const visitors = useVisitors();
const password = 'a sentence makes a good password';

describe('the first start', () => {
  it('lets the first admin in by the printed link, who sets a password and signs in with it', async () => {
    const { page, complaints } = await visitors.open();
    await page.goto(inject('stack').firstAdminUrl);
    await keepScreenshot(page, 'link');
    await page.getByRole('button', { name: 'Sign in as Admin' }).click();
    await page.waitForURL('**/account');
    await keepScreenshot(page, 'account');
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('New password again').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('status').getByText('The password is set.').waitFor();

    await page.goto(inject('stack').firstAdminUrl);
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor();

    await page.context().clearCookies();
    await page.goto('/projects');
    await page.waitForURL('**/sign-in**');
    await keepScreenshot(page, 'sign-in');
    await page.getByLabel('E-mail address').fill('admin@localhost');
    await page.getByRole('textbox', { name: 'Password' }).fill('not this one, though');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The address or the password is not right.').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/projects');
    // The refusal's own status is what the browser logs of it.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);
  });
});

describe('signing in', () => {
  it('says how long to wait after too many tries', async () => {
    const { page, complaints } = await visitors.open();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('guess@example.test');
    const refusals = ['The address or the password is not right.', 'Too many tries. Wait 15 minutes, then try again.'];
    for (const [words, times] of [[refusals[0], 5], [refusals[1], 1]] as const) {
      for (let count = 0; count < times; count += 1) {
        await page.getByRole('textbox', { name: 'Password' }).fill('a guess that is not right');
        const answered = page.waitForResponse((response) => response.url().endsWith('/api/auth/callback/password'));
        await page.getByRole('button', { name: 'Sign in' }).click();
        await answered;
        await page.getByRole('alert').getByText(words ?? '').waitFor();
      }
    }
    expect(complaints.splice(0)).toHaveLength(6);
  });

  it('by link leads to the only project of the person, and not to those of others', async () => {
    await createProject('mine');
    await createProject('theirs');
    const { userId } = await createPerson({ name: 'Nell Labels', roles: { mine: ['annotator'] } });
    const { page } = await visitors.openAs(userId);
    await page.waitForURL('**/account');
    await page.goto('/');
    await page.waitForURL('**/p/mine');
    const response = await page.request.get('/api/projects/theirs/overview');
    expect(response.status()).toBe(403);
    await keepScreenshot(page, 'home-empty');
  });
});
