import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { findAround } from '@/lib/server/repositories/queue';
import { listQueue } from '@/lib/server/use-cases/annotations/list-queue';
import { listReviews } from '@/lib/server/use-cases/annotations/list-reviews';
import { nextInQueue } from '@/lib/server/use-cases/annotations/next-in-queue';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { simulateAnnotations } from '@/lib/server/use-cases/annotations/simulate-annotations';
import { skipDocument } from '@/lib/server/use-cases/annotations/skip-document';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { createQueue, labelOnce } from './support/labelling';

let number = 0;
async function scene(count: number) {
  const projectId = `queue-${number++}`;
  const documents = await createQueue(projectId, count);
  const [ann, bob, lead] = await Promise.all([
    createPerson({ roles: { [projectId]: ['annotator'] } }),
    createPerson({ roles: { [projectId]: ['annotator'] } }),
    createPerson({ roles: { [projectId]: ['lead'] } }),
  ]);
  return { projectId, documents, ann, bob, lead } as { projectId: string; documents: readonly string[]; ann: Actor; bob: Actor; lead: Actor };
}

beforeAll(async () => {
  await createTestDatabase();
});

describe('the labelling queue', () => {
  it('gives everybody the first document that nobody else is at', async () => {
    const { projectId, documents, ann, bob } = await scene(3);
    const given = await Promise.all([nextInQueue(ann, { projectId }), nextInQueue(bob, { projectId })]);
    expect(new Set(given.map(({ documentId }) => documentId))).toEqual(new Set(documents.slice(0, 2)));
  });

  it('gives a document to somebody else once the lease has run out', async () => {
    const { projectId, documents, ann, bob } = await scene(1);
    await nextInQueue(ann, { projectId });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: null });
    await db().lease.updateMany({ where: { documentId: documents[0] ?? '' }, data: { until: new Date(0) } });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: documents[0] });
  });

  it('says who is at a document that is opened all the same', async () => {
    const { projectId, documents, ann, bob } = await scene(1);
    await openAnnotation(ann, { projectId, documentId: documents[0] ?? '' });
    const view = await openAnnotation(bob, { projectId, documentId: documents[0] ?? '' });
    expect(view.leasedTo).not.toBeNull();
    expect((await openAnnotation(ann, { projectId, documentId: documents[0] ?? '' })).leasedTo).toBeNull();
  });

  it('knows the neighbours of a place between two documents, where a honeypot stands', async () => {
    const { projectId, documents } = await scene(4);
    const [, , third, fourth] = documents;
    expect(await findAround(projectId, 2.5, [])).toEqual({
      previous: { documentId: third, position: 2 }, next: { documentId: fourth, position: 3 }, before: 3, all: 4,
    });
    expect((await findAround(projectId, 2, [])).before).toBe(2);
  });

  it('takes no lease where a document is only fetched ahead of time', async () => {
    const { projectId, documents, ann, bob } = await scene(1);
    await openAnnotation(ann, { projectId, documentId: documents[0] ?? '', ahead: true });
    expect(await nextInQueue(ann, { projectId, isLookOnly: true })).toEqual({ documentId: documents[0] });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: documents[0] });
  });

  it('goes on behind the document at hand, then from the start, and past what is done or skipped', async () => {
    const { projectId, documents, ann } = await scene(4);
    const [first = '', second = '', third = '', fourth = ''] = documents;
    const { revision } = await labelOnce(ann, projectId, third, { name: 'Ann' });
    await submitAnnotation(ann, { projectId, documentId: third, revision });
    await skipDocument(ann, { projectId, documentId: fourth, reason: 'unreadable' });
    expect(await nextInQueue(ann, { projectId, after: second })).toEqual({ documentId: first });
    expect(await nextInQueue(ann, { projectId, after: first })).toEqual({ documentId: second });
    await skipDocument(ann, { projectId, documentId: fourth, reason: null });
    expect(await nextInQueue(ann, { projectId, after: second })).toEqual({ documentId: fourth });
  });

  it('finds the one open document behind many that are taken, or before them, and says where it stands', async () => {
    const { projectId, documents, ann, bob } = await scene(120);
    const at = (place: number): string => documents[place] ?? '';
    const taken = documents.filter((_, place) => place !== 3 && place !== 110);
    const until = new Date(Date.now() + 60_000);
    await db().lease.createMany({ data: taken.map((documentId) => ({ documentId, userId: bob.userId, hasSeat: true, until })) });
    const nextAfter = async (place: number) => (await nextInQueue(ann, { projectId, after: at(place), isLookOnly: true })).documentId;
    expect([await nextAfter(5), await nextAfter(108), await nextAfter(112)]).toEqual([at(110), at(110), at(3)]);
    for (const [place, previous, next] of [[0, null, 1], [3, 2, 4], [119, 118, null]] as const) {
      const { place: told } = await openAnnotation(ann, { projectId, documentId: at(place), ahead: true });
      expect(told).toEqual({
        position: place + 1, total: 120, previousId: previous === null ? null : at(previous), nextId: next === null ? null : at(next),
      });
    }
  });

  it('is listed with the state of each document and its counts', async () => {
    const { projectId, documents, ann, bob } = await scene(4);
    const [first = '', second = '', third = ''] = documents;
    await labelOnce(ann, projectId, second, { name: 'Ann' });
    const { revision } = await labelOnce(bob, projectId, third, { name: 'Ann' });
    await submitAnnotation(bob, { projectId, documentId: third, revision });
    await openAnnotation(bob, { projectId, documentId: first });
    const { entries, counts } = await listQueue(ann, { projectId });
    expect(entries.map(({ documentId, state }) => [documentId, state])).toEqual([
      [second, 'draft'], [first, 'elsewhere'], [third, 'submitted'], [documents[3], 'waiting'],
    ]);
    expect(counts).toMatchObject({ draft: 1, elsewhere: 1, submitted: 1, waiting: 1 });
  });
});

describe('the simulated annotator', () => {
  it('labels what has given gold through the same use cases, and is marked', async () => {
    const { projectId, documents, lead, ann } = await scene(3);
    const gold = documents[2] ?? '';
    expect(await simulateAnnotations(lead, { projectId })).toEqual({ documentId: gold, left: 0 });
    expect(await simulateAnnotations(lead, { projectId })).toEqual({ documentId: null, left: 0 });
    const annotation = await db().annotation.findFirstOrThrow({
      where: { documentId: gold },
      select: { id: true, state: true, origin: true, record: true, provenance: true, revisions: { select: { revision: true } } },
    });
    expect(annotation).toMatchObject({
      state: 'accepted', origin: 'simulated', record: { name: 'Ann Lee', age: 41 }, provenance: { '/name': 'imported' },
      revisions: [{ revision: 1 }],
    });
    const document = await db().document.findUniqueOrThrow({ where: { id: gold } });
    expect(document).toMatchObject({ goldAnnotationId: annotation.id, split: 'seed' });
    const { entries } = await listQueue(ann, { projectId });
    expect(entries.find(({ documentId }) => documentId === gold)).toMatchObject({ isSimulated: true, state: 'accepted' });
  });

  it('keeps away from what a person has begun', async () => {
    const { projectId, documents, lead, ann } = await scene(1);
    await labelOnce(ann, projectId, documents[0] ?? '', { name: 'mine' });
    expect(await simulateAnnotations(lead, { projectId })).toEqual({ documentId: null, left: 0 });
  });

  it('is not for annotators to start', async () => {
    const { projectId, ann } = await scene(1);
    await expect(simulateAnnotations(ann, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the list for review', () => {
  it('shows what was handed in, longest waiting first, and not what it says', async () => {
    const { projectId, documents, ann, lead } = await scene(2);
    for (const documentId of documents) {
      const { revision } = await labelOnce(ann, projectId, documentId, { name: 'Ann Lee' });
      await submitAnnotation(ann, { projectId, documentId, revision });
    }
    const { entries, counts } = await listReviews(lead, { projectId });
    expect(entries.map(({ documentId }) => documentId)).toEqual(documents);
    expect(counts).toMatchObject({ submitted: 2, accepted: 0 });
    expect(JSON.stringify(entries)).not.toContain('Ann Lee');
  });
});
