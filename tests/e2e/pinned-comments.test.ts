import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { openPage } from './support/canvas-page';
import { importReport } from './support/fields-page';

const projectId = 'pinned';
const visitors = useVisitors();
let annotator: Actor;
let reviewer: Actor;
let documentId: string;
let annotationId: string;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Pinned Admin', isAdmin: true });
  const schema = { type: 'object', properties: { Name: { type: 'string' }, Age: { type: 'string' } } };
  await createProject(admin, { id: projectId, name: 'Pinned', schema });
  annotator = await createPerson({ name: 'Pinned Annotator', roles: { [projectId]: ['annotator'] } });
  reviewer = await createPerson({ name: 'Pinned Reviewer', roles: { [projectId]: ['reviewer'] } });
  ({ documentId } = await importReport(admin, projectId, 5_150));
  const at = { projectId, documentId };
  const { annotation, schemaVersion } = await openAnnotation(annotator, at);
  const { revision } = await saveAnnotation(annotator, {
    ...at, record: { Name: 'Lee' }, evidence: {}, provenance: {}, baseRevision: annotation.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
  });
  await submitAnnotation(annotator, { ...at, revision });
  annotationId = annotation.id;
});

/** Drags over the middle of the page. */
async function drawOnPage(page: Page): Promise<void> {
  const bounds = await openPage(page).boundingBox();
  if (!bounds) throw new Error('The page is not on the screen.');
  const at = (share: number): [number, number] => [bounds.x + bounds.width * share, bounds.y + bounds.height * share];
  await page.mouse.move(...at(0.45));
  await page.mouse.down();
  await page.mouse.move(...at(0.5));
  await page.mouse.move(...at(0.55));
  await page.mouse.up();
}

describe('a comment on a place of the page', () => {
  it('is begun by drawing a box, stands there as a mark, and is listed beside the page', async () => {
    const { page } = await visitors.openAs(reviewer.userId);
    await page.goto(`/p/${projectId}/review/${annotationId}`);
    await openPage(page).waitFor();
    await page.locator('[data-cursor="grab"]').waitFor();
    await page.keyboard.press('p');
    await page.getByText('Draw a box around the place').waitFor();
    await page.locator('[data-cursor="box"]').waitFor();
    await drawOnPage(page);
    const text = page.getByRole('textbox', { name: 'Comment on A place on page 1' });
    await text.fill('This stamp says otherwise.');
    await text.press('Control+Enter');
    const mark = page.getByRole('button', { name: 'Comment 1', exact: true });
    await mark.click();
    const thread = page.getByRole('article', { name: 'Comments on 1 · a place on page 1' });
    await thread.getByText('This stamp says otherwise.').waitFor();
    expect(await mark.getAttribute('aria-pressed')).toBe('true');
    await keepScreenshot(page, 'pinned-comment');
    const row = await db().commentThread.findFirstOrThrow({ where: { annotationId }, select: { page: true, box: true, pointer: true } });
    expect([row.page, row.pointer]).toEqual([0, null]);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = row.box as number[];
    expect(x0 < x1 && y0 < y1 && x0 >= 0 && y1 <= 1).toBe(true);
  });

  it('is not begun where the drawing was left', async () => {
    const { page } = await visitors.openAs(reviewer.userId);
    await page.goto(`/p/${projectId}/review/${annotationId}`);
    await page.locator('[data-cursor="grab"]').waitFor();
    await page.keyboard.press('p');
    await page.locator('[data-cursor="box"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-cursor="grab"]').waitFor();
    expect(await page.getByText('Draw a box around the place').count()).toBe(0);
  });

  it('stands on the annotator’s page once the document is sent back, and opens there by a click', async () => {
    await returnAnnotation(reviewer, { projectId, annotationId, note: 'See the comment.' });
    const { page } = await visitors.openAs(annotator.userId);
    await page.goto(`/p/${projectId}/label/${documentId}`);
    const comments = page.getByRole('region', { name: 'Comments of reviewers' });
    await comments.getByRole('button', { name: 'Hide' }).click();
    await page.getByRole('button', { name: 'Comment 1', exact: true }).click();
    await comments.getByText('This stamp says otherwise.').waitFor();
    await comments.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('button', { name: 'Comment 1, resolved', exact: true }).waitFor();
  });
});
