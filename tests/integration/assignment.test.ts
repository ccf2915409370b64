import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { leaseMs } from '@/lib/core/assignment/seats';
import { db } from '@/lib/server/db/client';
import { getAssignment } from '@/lib/server/use-cases/assignment/get-assignment';
import { listHoneypotResults } from '@/lib/server/use-cases/assignment/list-honeypot-results';
import { updateAssignment } from '@/lib/server/use-cases/assignment/update-assignment';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { keepPresence } from '@/lib/server/use-cases/annotations/keep-presence';
import { leaveDocument } from '@/lib/server/use-cases/annotations/leave-document';
import { listMySubmissions } from '@/lib/server/use-cases/annotations/list-my-submissions';
import { listQueue } from '@/lib/server/use-cases/annotations/list-queue';
import { listReviews } from '@/lib/server/use-cases/annotations/list-reviews';
import { nextInQueue } from '@/lib/server/use-cases/annotations/next-in-queue';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { reopenAnnotation } from '@/lib/server/use-cases/annotations/reopen-annotation';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';
import { skipDocument } from '@/lib/server/use-cases/annotations/skip-document';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { createQueue, labelOnce } from './support/labelling';

const noRules = { overlapShare: 0, overlapAnnotators: 2, honeypotShare: 0 };
let number = 0;

async function scene(count: number, rules: Partial<typeof noRules> = {}, isReviewed = true) {
  const projectId = `assigned-${number++}`;
  const documents = await createQueue(projectId, count, isReviewed);
  await db().project.update({ where: { id: projectId }, data: { ...noRules, ...rules } });
  const [ann, bob, lead] = await Promise.all(
    (['annotator', 'annotator', 'lead'] as const).map((role) => createPerson({ roles: { [projectId]: [role] } })),
  );
  return { projectId, documents, ann, bob, lead } as { projectId: string; documents: readonly string[]; ann: Actor; bob: Actor; lead: Actor };
}

const annotators = (projectId: string, count: number): Promise<Actor[]> =>
  Promise.all(Array.from({ length: count }, () => createPerson({ roles: { [projectId]: ['annotator'] } })));

async function handIn(actor: Actor, projectId: string, documentId: string, name = 'Ann Lee') {
  const { revision, annotationId } = await labelOnce(actor, projectId, documentId, { name });
  const { state } = await submitAnnotation(actor, { projectId, documentId, revision });
  return { annotationId, state };
}

const silence = async (documentId: string): Promise<void> => {
  await db().lease.updateMany({ where: { documentId }, data: { until: new Date(0) } });
};

beforeAll(async () => {
  await createTestDatabase();
});

describe('pressing next at the same instant', () => {
  it('gives 24 annotators 24 different documents, the first of the queue', async () => {
    const { projectId, documents } = await scene(30);
    const people = await annotators(projectId, 24);
    const given = await Promise.all(people.map((person) => nextInQueue(person, { projectId })));
    expect(given.map(({ documentId }) => documentId).toSorted()).toEqual(documents.slice(0, 24).toSorted());
  });

  it('fills exactly the places of documents that two people label, nobody twice at one', async () => {
    const { projectId, documents } = await scene(10, { overlapShare: 1 });
    const people = await annotators(projectId, 24);
    const given = await Promise.all(people.map((person) => nextInQueue(person, { projectId })));
    const counts = documents.map((id) => given.filter(({ documentId }) => documentId === id).length);
    expect(counts).toEqual(documents.map(() => 2));
    expect(given.filter(({ documentId }) => documentId === null)).toHaveLength(4);
  });
});

describe('a lease', () => {
  it('is kept up by the open screen, and ends by its silence', async () => {
    const { projectId, documents: [documentId = ''], ann, bob } = await scene(1);
    const before = Date.now();
    await nextInQueue(ann, { projectId });
    expect(await keepPresence(ann, { projectId, documentId, visitId: 'visit-ann' })).toEqual({ hasSeat: true, others: [] });
    const { until } = await db().lease.findFirstOrThrow({ where: { documentId } });
    expect(until.getTime()).toBeGreaterThanOrEqual(before + leaseMs);
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: null });
    await silence(documentId);
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId });
    expect(await keepPresence(ann, { projectId, documentId, visitId: 'visit-ann' })).toMatchObject({ hasSeat: false, others: [{ hasSeat: true }] });
  });

  it('ends when its screen says goodbye, and not when a screen before it does', async () => {
    const { projectId, documents: [documentId = ''], ann, bob } = await scene(1);
    await openAnnotation(ann, { projectId, documentId });
    await keepPresence(ann, { projectId, documentId, visitId: 'first-screen' });
    await openAnnotation(ann, { projectId, documentId });
    await leaveDocument(ann, { projectId, documentId, visitId: 'first-screen' });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: null });
    await keepPresence(ann, { projectId, documentId, visitId: 'second-screen' });
    await leaveDocument(bob, { projectId, documentId, visitId: 'second-screen' });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId: null });
    await leaveDocument(ann, { projectId, documentId, visitId: 'second-screen' });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId });
  });

  it('ends with a submission and with a skip', async () => {
    const { projectId, documents: [first = '', second = ''], ann } = await scene(2);
    await handIn(ann, projectId, first);
    await openAnnotation(ann, { projectId, documentId: second });
    await skipDocument(ann, { projectId, documentId: second, reason: 'unreadable' });
    expect(await db().lease.count({ where: { documentId: { in: [first, second] } } })).toBe(0);
    const skipped = (await listQueue(ann, { projectId })).entries.find(({ documentId }) => documentId === second);
    expect(skipped).toMatchObject({ state: 'skipped', skippedReason: 'unreadable', skippedByName: expect.any(String) as string });
  });

  it('tells the others who is at a document, and takes no place for who looks on', async () => {
    const { projectId, documents: [documentId = ''], ann, bob } = await scene(1);
    await openAnnotation(ann, { projectId, documentId });
    const seen = await keepPresence(bob, { projectId, documentId, visitId: 'visit-bob' });
    expect(seen).toMatchObject({ hasSeat: false, others: [{ hasSeat: true }] });
    expect(await keepPresence(ann, { projectId, documentId, visitId: 'visit-ann' })).toMatchObject({ hasSeat: true, others: [{ hasSeat: false }] });
    const { entries } = await listQueue(bob, { projectId });
    expect(entries).toMatchObject([{ state: 'elsewhere', presentNames: [expect.any(String)] }]);
  });

  it('of a document of another project cannot be had', async () => {
    const { documents: [foreign = ''] } = await scene(1);
    const { projectId, ann } = await scene(1);
    await expect(keepPresence(ann, { projectId, documentId: foreign, visitId: 'visit-ann' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a document that two people label', () => {
  it('goes to a second person, never twice to the first, and shows nobody what the other said', async () => {
    const { projectId, documents: [documentId = ''], ann, bob } = await scene(1, { overlapShare: 1 });
    await openAnnotation(ann, { projectId, documentId });
    expect((await openAnnotation(bob, { projectId, documentId, ahead: true })).leasedTo).toBeNull();
    await handIn(ann, projectId, documentId, 'Ann says');
    expect(await nextInQueue(ann, { projectId })).toEqual({ documentId: null });
    expect(await nextInQueue(bob, { projectId })).toEqual({ documentId });
    const view = await openAnnotation(bob, { projectId, documentId });
    expect(view.content.record).toEqual({});
    expect(view.leasedTo).toBeNull();
    expect(JSON.stringify([view, await listQueue(bob, { projectId })])).not.toContain('Ann says');
  });

  it('is gold without review once both say the same, and waits for a reviewer where they differ', async () => {
    const { projectId, documents: [same = '', other = ''], ann, bob, lead } = await scene(2, { overlapShare: 1 }, false);
    const first = await handIn(ann, projectId, same);
    expect(first.state).toBe('submitted');
    await handIn(bob, projectId, same, ' Ann  Lee ');
    expect(await db().document.findUniqueOrThrow({ where: { id: same } })).toMatchObject({ goldAnnotationId: first.annotationId, split: 'seed' });
    await handIn(ann, projectId, other);
    await handIn(bob, projectId, other, 'Anna Lee');
    expect(await db().document.findUniqueOrThrow({ where: { id: other } })).toMatchObject({ goldAnnotationId: null });
    const states = await db().annotation.groupBy({ by: ['state'], where: { documentId: same }, _count: true });
    expect(states.map(({ state }) => state).toSorted()).toEqual(['accepted', 'settled']);
    expect((await listReviews(lead, { projectId })).entries.map(({ documentId }) => documentId)).toContain(other);
  });

  it('has one accepted annotation, whoever writes', async () => {
    const { projectId, documents: [documentId = ''], ann, bob, lead } = await scene(1, { overlapShare: 1 });
    const [left, right] = [await handIn(ann, projectId, documentId), await handIn(bob, projectId, documentId)];
    const decisions = await Promise.allSettled([left, right].map(({ annotationId }) => acceptAnnotation(lead, { projectId, annotationId })));
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const states = await db().annotation.findMany({ where: { documentId }, select: { state: true } });
    expect(states.map(({ state }) => state).toSorted()).toEqual(['accepted', 'settled']);
    await expect(db().annotation.updateMany({ where: { documentId }, data: { state: 'accepted' } })).rejects.toThrow();
    await expect(reopenAnnotation(ann, { projectId, documentId })).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('the own submissions', () => {
  it('are listed newest first with their state, can be reopened until reviewed, and are nobody else’s', async () => {
    const { projectId, documents: [first = '', second = '', third = ''], ann, bob, lead } = await scene(3);
    const { annotationId } = await handIn(ann, projectId, first);
    const returned = await handIn(ann, projectId, second);
    await handIn(ann, projectId, third);
    await acceptAnnotation(lead, { projectId, annotationId });
    await returnAnnotation(lead, { projectId, annotationId: returned.annotationId, note: 'The age is missing.' });
    expect((await listMySubmissions(ann, { projectId })).entries).toMatchObject([
      { documentId: third, state: 'submitted', canReopen: true },
      { documentId: second, state: 'returned', canReopen: false, returnNote: 'The age is missing.' },
      { documentId: first, state: 'accepted', canReopen: false },
    ]);
    expect((await listMySubmissions(bob, { projectId })).entries).toEqual([]);
  });
});

describe('honeypots', () => {
  /** Until a document of known gold is among what Ann was handed. */
  async function untilHoneypot({ projectId, ann }: { readonly projectId: string; readonly ann: Actor }, golden: ReadonlySet<string>) {
    for (let turn = 0; turn < 25; turn++) {
      const { documentId } = await nextInQueue(ann, { projectId });
      if (documentId === null) break;
      if (golden.has(documentId)) return documentId;
      await handIn(ann, projectId, documentId);
    }
    throw new Error('No honeypot came in 25 turns at a rate of one half.');
  }

  /** Two documents are gold by Bob, the rest is for Ann. */
  async function goldenScene(isReviewed = true) {
    const made = await scene(28, { honeypotShare: 0.5 }, isReviewed);
    const golden = new Set(made.documents.slice(0, 2));
    for (const documentId of golden) {
      const { annotationId, state } = await handIn(made.bob, made.projectId, documentId, 'Ann Lee');
      if (state === 'submitted') await acceptAnnotation(made.lead, { projectId: made.projectId, annotationId });
    }
    return { ...made, golden };
  }

  it('look to their annotator like any other document, before and after', async () => {
    const made = await goldenScene();
    const { projectId, ann } = made;
    const documentId = await untilHoneypot(made, made.golden);
    const waiting = (await listQueue(ann, { projectId })).entries.find((entry) => entry.documentId === documentId);
    expect(waiting).toMatchObject({ state: 'waiting', isMine: false, annotatorName: null, presentNames: [] });
    expect((await nextInQueue(ann, { projectId })).documentId).toBe(documentId);
    const view = await openAnnotation(ann, { projectId, documentId });
    expect(view).toMatchObject({ content: { record: {} }, annotation: { state: 'draft' }, leasedTo: null });
    expect(view.place?.position).toBe(waiting?.position);
    expect(await handIn(ann, projectId, documentId)).toMatchObject({ state: 'submitted' });
    expect((await listMySubmissions(ann, { projectId })).entries[0]).toMatchObject({ documentId, state: 'submitted', canReopen: true });
    expect(JSON.stringify(view)).not.toMatch(/honeypot/i);
  });

  it('are scored against gold for leads, never change it, and are not for reviewers to decide', async () => {
    const made = await goldenScene();
    const { projectId, ann, lead } = made;
    const documentId = await untilHoneypot(made, made.golden);
    const before = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    const { annotationId } = await handIn(ann, projectId, documentId, 'Somebody else');
    expect(await db().document.findUniqueOrThrow({ where: { id: documentId } })).toEqual(before);
    expect((await listHoneypotResults(lead, { projectId })).results).toMatchObject([
      { annotatorId: ann.userId, given: 1, answered: 1, matched: 0, predicted: 1, gold: 1, f1: 0 },
    ]);
    await expect(listHoneypotResults(ann, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listReviews(lead, { projectId })).entries.map((entry) => entry.documentId)).not.toContain(documentId);
    await expect(acceptAnnotation(lead, { projectId, annotationId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(returnAnnotation(lead, { projectId, annotationId, note: 'no' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keep the score of the first answer', async () => {
    const made = await goldenScene();
    const { projectId, ann, lead } = made;
    const documentId = await untilHoneypot(made, made.golden);
    await handIn(ann, projectId, documentId, 'Somebody else');
    await reopenAnnotation(ann, { projectId, documentId });
    await handIn(ann, projectId, documentId, 'Ann Lee');
    expect((await listHoneypotResults(lead, { projectId })).results).toMatchObject([{ answered: 1, matched: 0 }]);
  });

  it('are told to be gold at once where everything is', async () => {
    const made = await goldenScene(false);
    const { projectId, ann } = made;
    const documentId = await untilHoneypot(made, made.golden);
    expect(await handIn(ann, projectId, documentId, 'Somebody else')).toMatchObject({ state: 'accepted' });
    expect(await openAnnotation(ann, { projectId, documentId })).toMatchObject({ annotation: { state: 'accepted' } });
    await expect(reopenAnnotation(ann, { projectId, documentId })).rejects.toMatchObject({ code: 'locked' });
    expect(await db().annotation.count({ where: { documentId, state: 'accepted' } })).toBe(1);
  });

  it('are skipped by their annotator alone', async () => {
    const made = await goldenScene();
    const { projectId, ann } = made;
    const documentId = await untilHoneypot(made, made.golden);
    await skipDocument(ann, { projectId, documentId, reason: 'unreadable' });
    expect((await nextInQueue(ann, { projectId })).documentId).not.toBe(documentId);
    expect(await db().queueItem.findUniqueOrThrow({ where: { documentId } })).toMatchObject({ skippedReason: null });
    const entry = (await listQueue(ann, { projectId })).entries.find((one) => one.documentId === documentId);
    expect(entry).toMatchObject({ state: 'skipped', skippedReason: 'unreadable' });
  });

  it('are given once for each turn, also to two tabs at once', async () => {
    const made = await goldenScene();
    const { projectId, ann } = made;
    await untilHoneypot(made, made.golden);
    await Promise.all(Array.from({ length: 4 }, () => nextInQueue(ann, { projectId })));
    const rows = await db().honeypot.findMany({ where: { projectId }, select: { ordinal: true } });
    expect(new Set(rows.map(({ ordinal }) => ordinal)).size).toBe(rows.length);
    expect(rows).toHaveLength(1);
  });
});

describe('how the queue is handed out', () => {
  it('is set by leads, within bounds, and counted against the queue', async () => {
    const { projectId, lead, ann } = await scene(3);
    await updateAssignment(lead, { projectId, overlapShare: 0.3, overlapAnnotators: 3, honeypotShare: 0.05 });
    expect(await getAssignment(lead, { projectId })).toMatchObject({
      rules: { overlapShare: 0.3, overlapAnnotators: 3, honeypotShare: 0.05 }, honeypotCandidates: 0, annotators: 3,
    });
    for (const wrong of [{ overlapShare: 1.1 }, { overlapAnnotators: 1 }, { honeypotShare: 0.6 }]) {
      const rules = { ...noRules, ...wrong };
      await expect(updateAssignment(lead, { projectId, ...rules })).rejects.toMatchObject({ code: 'invalid-input' });
    }
    await expect(updateAssignment(ann, { projectId, ...noRules })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
