import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { PageBox } from '@/lib/core/geometry/box';
import { pairSides } from '@/lib/core/review/pair-sides';
import type { Choices } from '@/lib/core/review/settle';
import { db } from '@/lib/server/db/client';
import { loadGold } from '@/lib/server/evaluation/load-gold';
import { getHistory } from '@/lib/server/use-cases/annotations/get-history';
import { listReviews } from '@/lib/server/use-cases/annotations/list-reviews';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { reopenAnnotation } from '@/lib/server/use-cases/annotations/reopen-annotation';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { viewSubmitted } from '@/lib/server/use-cases/annotations/view-submitted';
import { adjudicateDocument } from '@/lib/server/use-cases/review/adjudicate-document';
import { getAgreement } from '@/lib/server/use-cases/review/get-agreement';
import { viewAdjudication } from '@/lib/server/use-cases/review/view-adjudication';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { createQueue, reportSchema, saying } from './support/labelling';

const box = (x: number) => [{ page: 0, box: [x, 0.1, x + 0.1, 0.12] as unknown as PageBox }];
const annSays: AnnotationContent = {
  record: { name: 'Ann Lee', age: 41, indicators: [{ item: 'HGB' }, { item: 'WBC' }] },
  evidence: { '/name': box(0.1), '/age': box(0.3) },
  provenance: { '/name': 'words', '/age': 'typed' },
};
const bobSays: AnnotationContent = {
  record: { name: 'Ann Lee', age: 47, indicators: [{ item: 'PLT' }, { item: 'HGB' }] },
  evidence: { '/age': box(0.5) },
  provenance: { '/age': 'words' },
};

let number = 0;
async function handIn(actor: Actor, projectId: string, documentId: string, content: AnnotationContent): Promise<string> {
  const { annotation, schemaVersion } = await openAnnotation(actor, { projectId, documentId });
  const { revision } = await saveAnnotation(actor, {
    projectId, documentId, ...content, baseRevision: annotation.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
  });
  await submitAnnotation(actor, { projectId, documentId, revision });
  return annotation.id;
}

/** A document that Ann and Bob labelled differently, and Rob to settle it. */
async function scene() {
  const projectId = `settled-${number++}`;
  const [documentId = ''] = await createQueue(projectId, 1);
  await db().project.update({ where: { id: projectId }, data: { overlapShare: 1 } });
  const [ann, bob, rob] = (await Promise.all(
    (['annotator', 'annotator', 'reviewer'] as const).map((role) => createPerson({ roles: { [projectId]: [role] } })),
  )) as [Actor, Actor, Actor];
  const annId = await handIn(ann, projectId, documentId, annSays);
  const bobId = await handIn(bob, projectId, documentId, bobSays);
  const at = { projectId, documentId };
  return { projectId, documentId, at, ann, bob, rob, left: { annotationId: annId, revision: 1 }, right: { annotationId: bobId, revision: 1 } };
}

function choose(take: (path: string) => Choices[string]): Choices {
  const pairing = pairSides(annSays.record, bobSays.record, reportSchema);
  const lines = pairing.kind === 'paired' ? pairing.lines : [];
  return Object.fromEntries(lines.filter(({ isEqual }) => !isEqual).map(({ place, path }) => [place, take(path)]));
}
const allRight = choose(() => ({ take: 'right' }));

beforeAll(async () => {
  await createTestDatabase();
});

describe('two annotations of a document', () => {
  it('are shown to reviewers side by side, and to no annotator', async () => {
    const { at, ann, rob } = await scene();
    const view = await viewAdjudication(rob, at);
    expect(view.sides.map(({ content }) => content)).toEqual([annSays, bobSays]);
    expect(view).toMatchObject({ goldAnnotationId: null, refusal: null });
    await expect(viewAdjudication(ann, at)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('become one gold record of the reviewer’s, leaf by leaf with its evidence, which rounds read', async () => {
    const { projectId, at, documentId, rob, left, right } = await scene();
    const choices = choose((path) => (path === 'age' ? { take: 'right' } : { take: 'left' }));
    const { annotationId } = await adjudicateDocument(rob, { ...at, left, right, choices });
    const gold = await db().annotation.findUniqueOrThrow({
      where: { id: annotationId },
      select: { annotatorId: true, state: true, origin: true, revision: true, adjudicatedFrom: true, record: true, evidence: true, provenance: true, revisions: { select: { revision: true } } },
    });
    expect(gold).toEqual({
      annotatorId: rob.userId, state: 'accepted', origin: 'person', revision: 1, adjudicatedFrom: [left.annotationId, right.annotationId],
      record: { ...annSays.record, age: 47 }, evidence: { '/name': box(0.1), '/age': box(0.5) }, provenance: { '/name': 'words', '/age': 'words' },
      revisions: [{ revision: 1 }],
    });
    expect(await db().document.findUniqueOrThrow({ where: { id: documentId } })).toMatchObject({ goldAnnotationId: annotationId, split: 'seed' });
    const version = await db().schemaVersion.findFirstOrThrow({ where: { projectId } });
    const { documents } = await loadGold(projectId, ['seed'], { id: version.id, hash: version.hash, schema: reportSchema });
    expect(documents).toMatchObject([{ id: documentId, gold: { ...annSays.record, age: 47 } }]);
    expect((await viewSubmitted(rob, { projectId, annotationId })).content.record).toEqual({ ...annSays.record, age: 47 });
  });

  it('take a value that the reviewer types', async () => {
    const { at, rob, left, right } = await scene();
    const choices = choose((path) => (path === 'age' ? { take: 'own', value: 44 } : { take: 'right' }));
    const { annotationId } = await adjudicateDocument(rob, { ...at, left, right, choices });
    const gold = await db().annotation.findUniqueOrThrow({ where: { id: annotationId }, select: { record: true, provenance: true } });
    expect(gold).toMatchObject({ record: { age: 44 }, provenance: { '/age': 'typed' } });
  });

  it('stay as they were handed in, locked, with their history', async () => {
    const { at, ann, bob, rob, left, right } = await scene();
    await adjudicateDocument(rob, { ...at, left, right, choices: allRight });
    const rows = await db().annotation.findMany({
      where: { id: { in: [left.annotationId, right.annotationId] } }, orderBy: { submittedAt: 'asc' }, select: { state: true, record: true },
    });
    expect(rows).toEqual([{ state: 'settled', record: annSays.record }, { state: 'settled', record: bobSays.record }]);
    for (const person of [ann, bob]) {
      const { schemaVersion } = await openAnnotation(person, at);
      const save = { ...at, ...saying({}), baseRevision: 1, mutationId: randomUUID(), schemaVersionId: schemaVersion.id };
      await expect(saveAnnotation(person, save)).rejects.toMatchObject({ code: 'locked' });
      await expect(reopenAnnotation(person, at)).rejects.toMatchObject({ code: 'locked' });
      expect((await getHistory(person, at)).revisions).toHaveLength(1);
    }
  });

  it('are not settled while a difference is undecided, or by a choice for what is not there', async () => {
    const { at, rob, left, right } = await scene();
    const [place = ''] = Object.keys(allRight);
    const rest = Object.fromEntries(Object.entries(allRight).filter(([key]) => key !== place));
    await expect(adjudicateDocument(rob, { ...at, left, right, choices: rest })).rejects.toMatchObject({ code: 'invalid-input', details: { places: [place] } });
    const stray = { ...allRight, '/indicators/9/item': { take: 'left' } } as const;
    await expect(adjudicateDocument(rob, { ...at, left, right, choices: stray })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('are settled at the revisions that the reviewer saw, or not at all', async () => {
    const { projectId, at, ann, rob, left, right } = await scene();
    await returnAnnotation(rob, { projectId, annotationId: left.annotationId, note: 'Look at the age again.' });
    await expect(adjudicateDocument(rob, { ...at, left, right, choices: allRight })).rejects.toMatchObject({ code: 'conflict' });
    expect((await listReviews(rob, { projectId, state: 'returned' })).entries).toHaveLength(1);
    await handIn(ann, projectId, at.documentId, annSays);
    await expect(adjudicateDocument(rob, { ...at, left, right, choices: allRight })).rejects.toMatchObject({ code: 'conflict' });
    expect(await db().annotation.count({ where: { documentId: at.documentId, annotatorId: rob.userId } })).toBe(0);
    expect((await listReviews(rob, { projectId })).entries).toHaveLength(1);
    await expect(adjudicateDocument(rob, { ...at, left: { ...left, revision: 2 }, right, choices: allRight })).resolves.toMatchObject({});
  });

  it('are settled once, whoever decides at the same time', async () => {
    const { projectId, at, rob, left, right } = await scene();
    const eve = await createPerson({ roles: { [projectId]: ['reviewer'] } });
    const decisions = await Promise.allSettled([rob, eve, rob, eve].map((reviewer) => adjudicateDocument(reviewer, { ...at, left, right, choices: allRight })));
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const decision of decisions) {
      if (decision.status === 'rejected') expect(decision.reason).toMatchObject({ code: expect.stringMatching(/^(conflict|forbidden)$/) as string });
    }
    expect(await db().annotation.count({ where: { documentId: at.documentId, state: 'accepted' } })).toBe(1);
  });

  it('are not settled by one of those who labelled, though an opened empty draft is no label', async () => {
    const { projectId, at, rob, left, right } = await scene();
    const lead = await createPerson({ roles: { [projectId]: ['lead'] } });
    await openAnnotation(lead, at);
    expect((await viewAdjudication(lead, at)).refusal).toBeNull();
    await db().membership.create({ data: { projectId, userId: rob.userId, role: 'annotator' } });
    const both: Actor = { ...rob, roles: { [projectId]: ['annotator', 'reviewer'] } };
    await handIn(both, projectId, at.documentId, annSays);
    expect((await viewAdjudication(both, at)).refusal).toContain('yourself');
    await expect(adjudicateDocument(both, { ...at, left, right, choices: allRight })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(adjudicateDocument(lead, { ...at, left, right, choices: allRight })).resolves.toMatchObject({});
  });
});

describe('agreement', () => {
  it('is told by field, by pair and with gold, from what people handed in', async () => {
    const { projectId, at, rob, ann, bob, left, right } = await scene();
    const before = await getAgreement(rob, { projectId });
    expect(before.documents).toBe(1);
    expect(before.fields.find(({ path }) => path === 'name')).toMatchObject({ shareEqual: 1, units: 1 });
    expect(before.fields.find(({ path }) => path === 'age')).toMatchObject({ shareEqual: 0 });
    // Two of Ann's four leaves and of Bob's four are equal.
    expect(before.pairs).toMatchObject([{ documents: 1, f1: 0.5 }]);
    expect(before.annotators.every(({ withGold }) => withGold === null)).toBe(true);
    await adjudicateDocument(rob, { ...at, left, right, choices: allRight });
    const { annotators, pairs } = await getAgreement(rob, { projectId });
    expect(annotators.map(({ annotatorId, withGold }) => [annotatorId, withGold?.f1])).toEqual(
      [[ann.userId, 0.5], [bob.userId, 1]].toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    );
    expect(pairs).toHaveLength(1);
    await expect(getAgreement(ann, { projectId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
