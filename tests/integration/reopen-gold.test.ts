import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { listReviews } from '@/lib/server/use-cases/annotations/list-reviews';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { listThreads } from '@/lib/server/use-cases/comments/list-threads';
import { reopenGold } from '@/lib/server/use-cases/review/reopen-gold';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { createQueue, labelOnce } from './support/labelling';

const projectId = 'reopened';
const reason = 'The second page was not looked at.';
let documents: readonly string[];
let ann: Actor;
let bob: Actor;
let reviewer: Actor;

async function handIn(actor: Actor, documentId: string, name: string): Promise<string> {
  const { revision, annotationId } = await labelOnce(actor, projectId, documentId, { name });
  await submitAnnotation(actor, { projectId, documentId, revision });
  return annotationId;
}

const stored = (annotationId: string) =>
  db().$queryRaw`
    select a.revision, a.record::text, a.evidence::text, a.provenance::text,
      (select string_agg(r::text, '|' order by r.revision) from "AnnotationRevision" r where r."annotationId" = a.id) as history
    from "Annotation" a where a.id = ${annotationId}`;
const statesOf = async (documentId: string) =>
  (await db().annotation.findMany({ where: { documentId }, orderBy: { id: 'asc' }, select: { state: true } })).map(({ state }) => state);
const documentOf = (id: string) => db().document.findUniqueOrThrow({ where: { id }, select: { goldAnnotationId: true, split: true } });

beforeAll(async () => {
  await createTestDatabase();
  documents = await createQueue(projectId, 3);
  const annotators = { roles: { [projectId]: ['annotator'] as const } };
  [ann, bob, reviewer] = await Promise.all([createPerson(annotators), createPerson(annotators), createPerson({ roles: { [projectId]: ['reviewer'] } })]);
});

describe('gold that a reviewer reopens', () => {
  it('waits for review again with all that it says and its history, and the reason beside it', async () => {
    const [documentId = ''] = documents;
    const annotationId = await handIn(ann, documentId, 'Ann');
    await acceptAnnotation(reviewer, { projectId, annotationId });
    const before = await stored(annotationId);
    await reopenGold(reviewer, { projectId, annotationId, reason });
    expect(await stored(annotationId)).toEqual(before);
    expect(await statesOf(documentId)).toEqual(['submitted']);
    expect(await documentOf(documentId)).toEqual({ goldAnnotationId: null, split: 'seed' });
    const { threads } = await listThreads(reviewer, { projectId, annotationId });
    expect(threads).toMatchObject([{ pointer: null, page: null, comments: [{ body: reason }] }]);
    expect(await db().auditEvent.count({ where: { action: 'reopen-gold', subject: `annotation:${annotationId}` } })).toBe(1);
    const { entries } = await listReviews(reviewer, { projectId, state: 'submitted' });
    expect(entries.map((entry) => entry.documentId)).toContain(documentId);
    await acceptAnnotation(reviewer, { projectId, annotationId });
    expect((await documentOf(documentId)).goldAnnotationId).toBe(annotationId);
  });

  it('brings back what was settled beside it, so that another side can be gold', async () => {
    const documentId = documents[1] ?? '';
    await db().project.update({ where: { id: projectId }, data: { overlapShare: 1 } });
    const first = await handIn(ann, documentId, 'Ann');
    const second = await handIn(bob, documentId, 'Bob');
    await acceptAnnotation(reviewer, { projectId, annotationId: first });
    expect(await statesOf(documentId)).toEqual(['accepted', 'settled']);
    await reopenGold(reviewer, { projectId, annotationId: first, reason });
    expect(await statesOf(documentId)).toEqual(['submitted', 'submitted']);
    await acceptAnnotation(reviewer, { projectId, annotationId: second });
    expect(await statesOf(documentId)).toEqual(['settled', 'accepted']);
  });

  it('is reopened once of two at once, and never where it is no gold, without a reason, or by an annotator', async () => {
    const documentId = documents[2] ?? '';
    const annotationId = await handIn(ann, documentId, 'Ann');
    await expect(reopenGold(reviewer, { projectId, annotationId, reason })).rejects.toMatchObject({ code: 'conflict' });
    await acceptAnnotation(reviewer, { projectId, annotationId });
    await expect(reopenGold(reviewer, { projectId, annotationId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(reopenGold(ann, { projectId, annotationId, reason })).rejects.toMatchObject({ code: 'forbidden' });
    const both = await Promise.allSettled([reopenGold(reviewer, { projectId, annotationId, reason }), reopenGold(reviewer, { projectId, annotationId, reason })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().commentThread.count({ where: { annotationId } })).toBe(1);
  });
});
