import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Word } from '@/lib/core/geometry/word';
import { documentFeatures } from '@/lib/core/sampling';
import { receiptSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { encodeFeatures } from '@/lib/server/repositories/document-features';
import { commitSelection } from '@/lib/server/use-cases/selection/commit-selection';
import { getSelection } from '@/lib/server/use-cases/selection/get-selection';
import { listSelections } from '@/lib/server/use-cases/selection/list-selections';
import { runSelection } from '@/lib/server/use-cases/selection/run-selection';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const vocabulary = ['blood', 'urine', 'liver', 'kidney', 'sinus', 'rhythm', 'biopsy', 'margin', 'tablet', 'daily', 'lung', 'clear'];

function wordsOf(index: number): Word[] {
  return Array.from({ length: 8 }, (_, place) => ({
    text: vocabulary[(index * 5 + place * (1 + (index % 3))) % vocabulary.length] ?? '',
    box: [0.1, 0.1 * place, 0.3, 0.1 * place + 0.05] as unknown as Word['box'],
    confidence: 1,
    line: place,
  }));
}

const featuresOf = (index: number) =>
  encodeFeatures(
    documentFeatures({ pages: [{ page: 0, width: 1000, height: 1400, words: wordsOf(index) }], image: null, kind: 'report' }),
  );

let number = 0;
/** A project whose documents are read; two of each patient. The last patient has a test document. */
async function scene(count: number) {
  const projectId = `selection-${number++}`;
  await db().project.create({
    data: { id: projectId, name: projectId, schemaVersions: { create: { number: 1, hash: 'h', schema: receiptSchema as object } } },
  });
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { id } = await db().document.create({
      data: {
        projectId, name: `report-${index}`, contentHash: randomUUID(), pageCount: 1, readState: 'read',
        groupKey: `patient-${Math.floor(index / 2)}`, features: featuresOf(index),
      },
      select: { id: true },
    });
    ids.push(id);
  }
  const lead = await createPerson({ roles: { [projectId]: ['lead'] } });
  return { projectId, ids, lead };
}

beforeAll(async () => {
  await createTestDatabase();
});

describe('a selection', () => {
  it('keeps its picks in order, each with a gain and a reason', async () => {
    const { projectId, lead } = await scene(12);
    const { id, picked } = await runSelection(lead, { projectId, count: 4 });
    const selection = await getSelection(lead, { projectId, selectionId: id });
    expect(picked).toBe(4);
    expect(selection.picks.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(selection.picks.every(({ reason, gain }) => reason.length > 0 && gain >= 0)).toBe(true);
    expect(await listSelections(lead, { projectId })).toHaveLength(1);
  });

  it('gives the same picks for the same seed', async () => {
    const { projectId, lead } = await scene(12);
    const runs = [await runSelection(lead, { projectId, count: 5, seed: 3 }), await runSelection(lead, { projectId, count: 5, seed: 3 })];
    const [first, second] = await Promise.all(runs.map(({ id }) => getSelection(lead, { projectId, selectionId: id })));
    expect(second?.picks.map(({ documentId }) => documentId)).toEqual(first?.picks.map(({ documentId }) => documentId));
  });

  it('takes no more documents of a patient than allowed, and none of a patient held back for the test', async () => {
    const { projectId, ids, lead } = await scene(12);
    await db().document.update({ where: { id: ids[11] ?? '' }, data: { split: 'test' } });
    const { id } = await runSelection(lead, { projectId, count: 12, constraints: { maxPerGroup: 1 } });
    const { picks } = await getSelection(lead, { projectId, selectionId: id });
    const patients = picks.map(({ documentId }) => Math.floor(ids.indexOf(documentId) / 2));
    expect(new Set(patients).size).toBe(patients.length);
    expect(patients).not.toContain(5);
  });

  it('puts its picks into the queue once, in their order, and makes them seed documents', async () => {
    const { projectId, lead } = await scene(10);
    const { id } = await runSelection(lead, { projectId, count: 3 });
    const answers = await Promise.all([commitSelection(lead, { projectId, selectionId: id }), commitSelection(lead, { projectId, selectionId: id })]);
    expect(answers.map(({ queued }) => queued).toSorted()).toEqual([0, 3]);
    const { picks } = await getSelection(lead, { projectId, selectionId: id });
    const queue = await db().queueItem.findMany({ where: { projectId }, orderBy: { position: 'asc' }, include: { document: { select: { split: true } } } });
    expect(queue.map(({ documentId }) => documentId)).toEqual(picks.map(({ documentId }) => documentId));
    expect(queue.every(({ document }) => document.split === 'seed')).toBe(true);
  });

  it('goes on where the last one ended: what is queued is not picked again', async () => {
    const { projectId, lead } = await scene(10);
    const first = await runSelection(lead, { projectId, count: 3, constraints: { maxPerGroup: 2 } });
    await commitSelection(lead, { projectId, selectionId: first.id });
    const second = await runSelection(lead, { projectId, count: 3, constraints: { maxPerGroup: 2 } });
    await commitSelection(lead, { projectId, selectionId: second.id });
    const queue = await db().queueItem.findMany({ where: { projectId }, orderBy: { position: 'asc' } });
    expect(queue.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('says what to do where nothing has been read', async () => {
    const { projectId, lead } = await scene(0);
    await expect(runSelection(lead, { projectId, count: 3 })).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('of another project is not found', async () => {
    const mine = await scene(4);
    const other = await scene(4);
    const { id } = await runSelection(other.lead, { projectId: other.projectId, count: 2 });
    await expect(getSelection(mine.lead, { projectId: mine.projectId, selectionId: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
