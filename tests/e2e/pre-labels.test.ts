import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { JsonObject } from '@/lib/core/record/json';
import { generateReport } from '@/lib/demo';
import { db } from '@/lib/server/db/client';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { openPage } from './support/canvas-page';
import { field, openDocument, waitUntilSaved } from './support/label-page';

const projectId = 'pre-labels';
const count = 13;
const visitors = useVisitors();
let admin: Actor;
let annotator: Actor;
let documentIds: readonly string[];
let golds: readonly JsonObject[];

/** Generated blood reports with the words that were printed, all in the queue. */
async function importReports(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-pre-labels-'));
  const reports = await Promise.all(Array.from({ length: count }, (_, index) => generateReport({ seed: 61, index, kind: 'blood' })));
  try {
    for (const { id, image } of reports) await writeFile(path.join(folder, `${id}.jpg`), image);
    const rows = reports.map(({ id, words }) => JSON.stringify({ id, image: `${id}.jpg`, boxes: 'page', words }));
    await writeFile(path.join(folder, 'documents.jsonl'), rows.join('\n'));
    await importFromPath(admin, { projectId, path: path.join(folder, 'documents.jsonl') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const rows = await db().document.findMany({ where: { projectId }, select: { id: true, name: true } });
  const byName = new Map(rows.map(({ id, name }) => [name, id]));
  documentIds = reports.map(({ id }) => byName.get(id) ?? '');
  golds = reports.map(({ gold }) => ({ Name: gold.Name ?? null, Age: gold.Age ?? null }));
  for (const [position, documentId] of documentIds.entries()) await db().queueItem.create({ data: { documentId, projectId, position } });
}

async function label(documentId: string, record: JsonObject): Promise<void> {
  const at = { projectId, documentId };
  const { annotation, schemaVersion } = await openAnnotation(annotator, at);
  const { revision } = await saveAnnotation(annotator, {
    ...at, record, evidence: {}, provenance: {}, baseRevision: annotation.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
  });
  await submitAnnotation(annotator, { ...at, revision });
}

const untilTheWorkerHas = (what: () => Promise<boolean>): Promise<boolean> => vi.waitUntil(what, { timeout: 150_000, interval: 250 });

beforeAll(async () => {
  admin = await createPerson({ name: 'Pre-label Admin', isAdmin: true });
  const schema = { type: 'object', properties: { Name: { type: 'string', description: 'Full name of the patient' }, Age: { type: 'string', description: 'Age in years' } } };
  await createProject(admin, { id: projectId, name: 'Pre-labels', schema });
  annotator = await createPerson({ name: 'Pre-label Annotator', roles: { [projectId]: ['annotator'] } });
  await importReports();
  await untilTheWorkerHas(async () => (await db().document.count({ where: { projectId, readState: 'read' } })) === count);
});

describe('pre-labels from the first dozen labels on', () => {
  it('stand on the next document with the model that suggests them, and are labels once accepted', async () => {
    for (const [index, documentId] of documentIds.slice(0, 12).entries()) await label(documentId, golds[index] ?? {});
    await untilTheWorkerHas(async () => (await db().preLabel.count({ where: { documentId: documentIds[12] ?? '' } })) === 1);

    const { page } = await visitors.openAs(annotator.userId);
    await page.goto(`/p/${projectId}/label/${documentIds[12]}`);
    await openPage(page).waitFor();
    await page.getByRole('note').getByText('Suggestions of pre-label model 1, from 12 labels').waitFor();
    const { content, suggestions } = await openDocument(page, projectId);
    expect(content.record).toEqual({});
    const name = field(page, 'Name');
    expect(await name.inputValue()).toBe(suggestions?.record.Name);
    await name.click();
    await name.press('Enter');
    await waitUntilSaved(page);
    const accepted = await openDocument(page, projectId);
    expect(accepted.content.record).toEqual({ Name: suggestions?.record.Name });
    expect(accepted.content.provenance).toEqual({ '/Name': 'model:pre-labels-1' });
  });

  it('are told of in the settings, which can end them', async () => {
    const { page } = await visitors.openAs(admin.userId);
    await page.goto(`/p/${projectId}/settings`);
    const about = page.getByRole('region', { name: 'About this project' });
    await about.getByText(/pre-label model 1, from 12 labels/).waitFor();
    await about.getByText('The next is trained after 8 labels more.').waitFor();
    await page.getByRole('switch', { name: 'Suggest labels from the first dozen labelled documents on' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await about.getByText('nobody yet').waitFor();
  });
});
