import type { Page } from 'playwright-core';
import type { AccessibleProject } from './accessible-project';
import { openPage } from './canvas-page';
import { field } from './label-page';

/** One look at a page: its address, and what must have come before it is looked at. */
export interface Stop {
  readonly name: string;
  /** The page of the stop before where it is not given. */
  readonly path?: string;
  readonly arrive: (page: Page) => Promise<unknown>;
}

export const heading = (name: string | RegExp) => (page: Page): Promise<void> => page.getByRole('heading', { name }).first().waitFor();
/** Goes to a tab of the page that is open, which is quicker than another page. */
const turnTo = (name: string | RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  await page.getByRole('tab', { name, selected: true }).waitFor();
};
const pressFor = (button: string | RegExp, dialog: string | RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog', { name: dialog }).waitFor();
};
const openMenu = (button: string | RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('menu').waitFor();
};

/** Everybody's: what a project is, what was imported, what to label next. */
export function documentStops({ projectId, toLabel }: AccessibleProject): readonly Stop[] {
  const at = `/p/${projectId}`;
  return [
    { name: 'home', path: at, arrive: (page) => page.getByRole('navigation', { name: 'The loop' }).waitFor() },
    { name: 'menu of projects', arrive: openMenu(/switch project/) },
    { name: 'menu of the person', path: at, arrive: openMenu(/account and appearance/) },
    { name: 'command palette', path: at, arrive: async (page) => {
      await page.getByRole('navigation', { name: 'The loop' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Go to' }).waitFor();
    } },
    { name: 'documents', path: `${at}/documents`, arrive: (page) => page.getByRole('table', { name: 'Documents' }).getByRole('row').nth(1).waitFor() },
    { name: 'documents, chosen', arrive: async (page) => {
      await page.getByRole('checkbox', { name: 'Choose all that are loaded' }).check();
      await pressFor(/split/i, /split/i)(page);
    } },
    { name: 'documents, filtered to none', path: `${at}/documents?q=nothing&split=seed`, arrive: heading('No document matches') },
    { name: 'documents in a grid', path: `${at}/documents?view=grid`, arrive: (page) => page.getByRole('link', { name: /First page of/ }).first().waitFor() },
    { name: 'a document', path: `${at}/documents/${toLabel}`, arrive: heading(/./) },
    { name: 'select', path: `${at}/select`, arrive: async (page) => {
      await page.getByRole('button', { name: 'Pick' }).click();
      await page.getByText(/picked from/).waitFor();
    } },
    { name: 'queue', path: `${at}/label?queue`, arrive: heading(/./) },
    { name: 'own submissions', path: `${at}/label?queue&view=mine`, arrive: heading('You have not submitted anything yet') },
  ];
}

/** The bench, and what annotators hand in. */
export function labelStops({ projectId, toLabel, annotationId, toSettle }: AccessibleProject): readonly Stop[] {
  const at = `/p/${projectId}`;
  return [
    { name: 'label', path: `${at}/label/${toLabel}`, arrive: async (page) => {
      await openPage(page).waitFor();
      await field(page, 'Name').click();
      await page.getByRole('button', { name: 'Add a row to Indicators' }).click();
      await page.keyboard.press('Escape');
    } },
    { name: 'keys of the label page', arrive: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Keys of this page' }).waitFor();
    } },
    { name: 'light of the page', path: `${at}/label/${toLabel}`, arrive: async (page) => {
      await openPage(page).waitFor();
      await page.getByRole('button', { name: 'Brightness and contrast' }).click();
      await page.getByRole('slider', { name: 'Contrast' }).waitFor();
    } },
    { name: 'earlier saves', path: `${at}/label/${toLabel}`, arrive: async (page) => {
      await openPage(page).waitFor();
      await pressFor('Earlier saves', 'Earlier saves')(page);
      await page.getByRole('dialog').getByText(/saved yet|now/).waitFor();
    } },
    { name: 'skip', path: `${at}/label/${toLabel}`, arrive: async (page) => {
      await openPage(page).waitFor();
      await pressFor('Skip', /^Skip /)(page);
    } },
    { name: 'review', path: `${at}/review`, arrive: (page) => page.getByRole('link', { name: 'Review the next' }).waitFor() },
    { name: 'agreement', path: `${at}/review?tab=agreement`, arrive: (page) => page.getByRole('region', { name: 'By annotator' }).waitFor() },
    { name: 'review of one', path: `${at}/review/${annotationId}`, arrive: async (page) => {
      await openPage(page).waitFor();
      await page.getByRole('button', { name: 'Comments' }).click();
      await page.getByRole('complementary', { name: 'Comments' }).waitFor();
    } },
    { name: 'settle', path: `${at}/review/documents/${toSettle}`, arrive: (page) => page.getByRole('status', { name: 'Differences' }).waitFor() },
    { name: 'send back', arrive: async (page) => {
      await page.keyboard.press('b');
      await page.getByRole('dialog', { name: /^Send .* back$/ }).waitFor();
    } },
  ];
}

/** Rounds and what comes of them. */
export function roundStops({ projectId, roundId, checkpointIds }: AccessibleProject): readonly Stop[] {
  const at = `/p/${projectId}`;
  return [
    { name: 'rounds', path: `${at}/rounds`, arrive: (page) => page.getByRole('table').waitFor() },
    { name: 'start round', arrive: async (page) => {
      await pressFor('Start round', 'Start round')(page);
      await page.getByRole('dialog', { name: 'Start round' }).getByText('Ready to start').waitFor();
    } },
    { name: 'round, curves', path: `${at}/rounds/${roundId}`, arrive: (page) => page.getByRole('region', { name: 'Reward' }).locator('path.recharts-line-curve').waitFor() },
    { name: 'round, rollouts', arrive: async (page) => {
      await turnTo('Rollouts')(page);
      await page.getByRole('tabpanel', { name: 'Rollouts' }).getByRole('table').waitFor();
    } },
    { name: 'round, recipe', arrive: turnTo('Recipe') },
    { name: 'round, log', arrive: turnTo('Log') },
    { name: 'round, checkpoints', arrive: async (page) => {
      await turnTo(/^Checkpoints/)(page);
      await page.getByRole('link', { name: /^Compare .* with/ }).first().waitFor();
    } },
    { name: 'compare', path: `${at}/compare?ids=${checkpointIds.slice(0, 2).join()}&split=test`, arrive: async (page) => {
      await page.locator('tr[aria-selected="true"]').waitFor();
      await page.getByRole('region', { name: 'Transfer' }).getByRole('row', { name: /^Discharge letters/ }).waitFor();
      await page.getByRole('region', { name: 'Difference by field' }).getByRole('img').first().waitFor();
      await page.getByText('Evaluations:').click();
    } },
    { name: 'compare, no such checkpoint', path: `${at}/compare?ids=${roundId}&split=test`, arrive: (page) => page.getByRole('alert', { name: /./ }).waitFor() },
  ];
}

/** Schema and settings. */
export function settingStops({ projectId }: AccessibleProject): readonly Stop[] {
  const at = `/p/${projectId}`;
  return [
    { name: 'schema', path: `${at}/schema`, arrive: heading('Schema') },
    ...['As text', 'Versions'].map((view) => ({ name: `schema, ${view}`, arrive: (page: Page) => page.locator('label', { hasText: view }).click() })),
    { name: 'settings', path: `${at}/settings`, arrive: heading('Settings') },
    ...['Assignment', 'Keys', 'Workers', 'Export', 'Audit', 'People'].map((name) => ({ name: `settings, ${name}`, arrive: turnTo(name) })),
    { name: 'add a person', arrive: pressFor('Add a person', 'Add a person') },
  ];
}

/** A project in which nothing has happened, and addresses of nothing. */
export function emptyStops({ projectId, emptyId }: AccessibleProject): readonly Stop[] {
  const at = `/p/${emptyId}`;
  const nowhere = '00000000-0000-7000-8000-000000000000';
  return [
    { name: 'empty home', path: at, arrive: (page) => page.getByRole('navigation', { name: 'The loop' }).waitFor() },
    { name: 'empty documents', path: `${at}/documents`, arrive: heading('No documents yet') },
    { name: 'empty select', path: `${at}/select`, arrive: heading('Nothing picked yet') },
    { name: 'empty queue', path: `${at}/label`, arrive: heading('Label') },
    { name: 'empty review', path: `${at}/review`, arrive: heading('Nothing waits for review') },
    { name: 'empty agreement', path: `${at}/review?tab=agreement`, arrive: heading('Nobody has submitted anything yet') },
    { name: 'empty rounds', path: `${at}/rounds`, arrive: heading('No round yet') },
    { name: 'not ready for a round', arrive: async (page) => {
      await pressFor('Start round', 'Start round')(page);
      await page.getByRole('dialog', { name: 'Start round' }).getByText(/at least/).first().waitFor();
    } },
    { name: 'empty compare', path: `${at}/compare`, arrive: heading('No checkpoint yet') },
    { name: 'nothing of that id in the project', path: `/p/${projectId}/rounds/${nowhere}`, arrive: heading('Not found in this project') },
    { name: 'no such document to label', path: `/p/${projectId}/label/${nowhere}`, arrive: (page) => page.getByRole('alert', { name: 'Not found' }).waitFor() },
    { name: 'no such page', path: '/nowhere', arrive: heading('There is no such page') },
    { name: 'projects', path: '/projects', arrive: heading('Projects') },
    { name: 'account', path: '/account', arrive: heading(/./) },
  ];
}

/** What a visitor sees who is not signed in. */
export const visitorStops: readonly Stop[] = [
  { name: 'sign in', path: '/sign-in', arrive: (page) => page.getByLabel('E-mail address').waitFor() },
  { name: 'sign in, refused', arrive: async (page) => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Your address is needed').waitFor();
  } },
  { name: 'dead link', path: '/link/of-nothing', arrive: heading('This link does not work') },
];
