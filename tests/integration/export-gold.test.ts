import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { countGold } from '@/lib/server/use-cases/exports/count-gold';
import { exportGold } from '@/lib/server/use-cases/exports/export-gold';
import { toLinesResponse } from '@/lib/server/http/stream-lines';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reports';
const documentCount = 205;
let lead: Actor;
let annotator: Actor;

async function insertDocuments(): Promise<void> {
  const schemaVersion = await db().schemaVersion.create({
    data: { projectId, number: 1, hash: 'schema-hash', schema: { type: 'object', properties: { name: { type: 'string' } } } },
  });
  const numbers = Array.from({ length: documentCount }, (_, index) => index);
  await db().document.createMany({
    data: numbers.map((index) => ({
      id: `document-${String(index).padStart(3, '0')}`,
      projectId,
      name: `report-${index}.png`,
      split: index < 5 ? ('test' as const) : ('seed' as const),
      contentHash: `hash-${index}`,
      pageCount: 1,
      givenGold: { name: 'not for export' },
      // The first one is submitted only.
      goldAnnotationId: index === 0 ? null : `annotation-${index}`,
    })),
  });
  await db().annotation.createMany({
    data: numbers.map((index) => ({
      id: `annotation-${index}`,
      documentId: `document-${String(index).padStart(3, '0')}`,
      annotatorId: annotator.userId,
      schemaVersionId: schemaVersion.id,
      revision: 3,
      record: { name: `Name ${index}` },
      evidence: {},
      provenance: { '/name': 'typed' },
      state: index === 0 ? ('submitted' as const) : ('accepted' as const),
    })),
  });
}

beforeAll(async () => {
  await createTestDatabase();
  await createProject(projectId);
  await createProject('other');
  lead = await createPerson({ roles: { [projectId]: ['lead'] } });
  annotator = await createPerson({ roles: { [projectId]: ['annotator'] } });
  await insertDocuments();
});

async function linesOf(input: { readonly projectId: string; readonly splits?: string }): Promise<Record<string, unknown>[]> {
  const { fileName, lines } = await exportGold(lead, input);
  const text = await toLinesResponse(fileName, lines).text();
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a gold export', () => {
  it('holds each document with accepted gold once, over more than one batch', async () => {
    const lines = await linesOf({ projectId });
    expect(lines).toHaveLength(documentCount - 1);
    expect(new Set(lines.map(({ documentId }) => documentId)).size).toBe(documentCount - 1);
    expect(lines[0]).toMatchObject({ gold: '{"name":"Name 1"}', split: 'test', schemaVersion: 1, schemaHash: 'schema-hash' });
  });

  it('can be held to some splits', async () => {
    const lines = await linesOf({ projectId, splits: 'test' });
    expect(lines.map(({ split }) => split)).toEqual(['test', 'test', 'test', 'test']);
  });

  it('never holds gold that was given but not accepted', async () => {
    expect(JSON.stringify(await linesOf({ projectId }))).not.toContain('not for export');
  });

  it('is counted beforehand and stands in the audit log', async () => {
    expect(await countGold(lead, { projectId })).toEqual([
      { split: 'seed', origin: 'person', count: 200 },
      { split: 'test', origin: 'person', count: 4 },
    ]);
    await linesOf({ projectId });
    expect(await db().auditEvent.count({ where: { projectId, userId: lead.userId, action: 'export-gold' } })).toBeGreaterThan(0);
  });

  it('is refused to annotators, and for another project', async () => {
    await expect(exportGold(annotator, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(countGold(annotator, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportGold(lead, { projectId: 'other' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
