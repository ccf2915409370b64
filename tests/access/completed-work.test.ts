import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Actor, type Role } from '@/lib/core/access/roles';
import { emptyContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import { isAppError } from '@/lib/core/errors/app-error';
import { db } from '@/lib/server/db/client';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { migrateAnnotation } from '@/lib/server/use-cases/annotations/migrate-annotation';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { restoreRevision } from '@/lib/server/use-cases/annotations/restore-revision';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { openPagePicture } from '@/lib/server/use-cases/documents/open-page-picture';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { collectUseCases } from '@/scripts/access-table';
import { createQueue, labelOnce, saying } from '../integration/support/labelling';
import { picture } from '../integration/support/made-files';
import { createPerson } from '../setup/people';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

const projectId = 'completed';
/**
 * What goes with its document goes when somebody who may removes the document; imports make new ones. Gold is reopened
 * by a reviewer with a reason, which changes no value (`tests/integration/reopen-gold.test.ts`).
 */
const meantTo = new Set(['documents/delete-document', 'review/reopen-gold']);
const touching = [...(await collectUseCases())].filter(
  ([name, { access }]) => access.kind === 'project' && !meantTo.has(name) && /^(annotations|assignment|comments|documents|review|schema)\//.test(name),
);
const documents: string[] = [];
let database: TestDatabase;
let ann: Actor;

const next = (): string => {
  const id = documents.pop();
  if (!id) throw new Error('Make more documents for these tests.');
  return id;
};

/** The annotation and its history, byte for byte, and whether it is gold. */
const stored = (annotationId: string) =>
  db().$queryRaw`
    select a.revision, a.record::text, a.evidence::text, a.provenance::text, a."schemaVersionId", d."goldAnnotationId",
      (select string_agg(r::text, '|' order by r.revision) from "AnnotationRevision" r where r."annotationId" = a.id) as history
    from "Annotation" a join "Document" d on d.id = a."documentId" where a.id = ${annotationId}`;

/** A newer version of the schema, so that moving to it is on offer. */
async function addSchemaVersion(): Promise<void> {
  const number = (await db().schemaVersion.count({ where: { projectId } })) + 1;
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  await db().schemaVersion.create({ data: { projectId, number, hash: `${projectId}-${number}`, schema } });
}

/** An annotation of the actor's own where their role may label, or else of somebody who may. */
async function handedIn(actor: Actor, role: Role, isAccepted: boolean) {
  const documentId = next();
  const owner = role === 'reviewer' ? ann : actor;
  const work = await labelOnce(owner, projectId, documentId, { name: 'Ann' });
  await submitAnnotation(owner, { projectId, documentId, revision: work.revision });
  const reviewer = await createPerson({ roles: { [projectId]: ['reviewer'] } });
  if (isAccepted) await acceptAnnotation(reviewer, { projectId, annotationId: work.annotationId });
  await addSchemaVersion();
  return { documentId, ...work };
}

beforeAll(async () => {
  database = await createTestDatabase();
  documents.push(...(await createQueue(projectId, 12)));
  ann = await createPerson({ roles: { [projectId]: ['annotator'] } });
});

describe.each(roles)('acceptance 12: completed work and a %s', (role: Role) => {
  let actor: Actor;
  beforeAll(async () => {
    actor = await createPerson({ roles: { [projectId]: [role] } });
  });

  it('submitted work is read-only: no save, no restore, no move to another schema version', async () => {
    const { documentId, annotationId, revision, schemaVersionId } = await handedIn(actor, role, false);
    const before = await stored(annotationId);
    const again = () => ({ projectId, documentId, baseRevision: revision, mutationId: randomUUID() });
    const operations = [{ id: randomUUID(), operation: { kind: 'set-value' as const, pointer: '/name', value: 'Bob' } }];
    const writes = [
      () => saveAnnotation(actor, { ...again(), schemaVersionId, ...saying({ name: 'Bob' }) }),
      () => saveAnnotation(actor, { ...again(), schemaVersionId, operations, contentHash: contentHash(saying({ name: 'Bob' })) }),
      () => restoreRevision(actor, { ...again(), revision: 1 }),
      () => migrateAnnotation(actor, again()),
    ];
    const code = role === 'reviewer' ? 'forbidden' : 'locked';
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code });
    expect(await stored(annotationId)).toEqual(before);
  });

  it('accepted work is read-only: no use case changes it, whatever it is asked', async () => {
    const { documentId, annotationId, revision, schemaVersionId } = await handedIn(actor, role, true);
    const before = await stored(annotationId);
    const refused: string[] = [];
    for (const [name, useCase] of touching) {
      const input = {
        projectId, documentId, annotationId, annotationIds: [annotationId], schemaVersionId, revision, baseRevision: revision,
        mutationId: randomUUID(), operations: [], ...emptyContent, record: { name: 'Bob' }, note: 'again', reason: 'again', body: 'again',
        choices: {}, content: saying({ name: 'Bob' }), state: 'draft', isDraft: true, index: 0,
      };
      await useCase(actor, input).catch((error: unknown) => refused.push(`${name}: ${isAppError(error) ? error.code : String(error)}`));
      expect(await stored(annotationId), name).toEqual(before);
    }
    expect(refused).toContain(`annotations/save-annotation: ${role === 'reviewer' ? 'forbidden' : 'locked'}`);
  });

  it('every page view lands in the append-only audit log, which nobody can rewrite', async () => {
    const file = path.join(database.dataDir, `${role}.png`);
    const admin = await createPerson({ isAdmin: true });
    await writeFile(file, await picture({ text: [`Seen by ${role}`] }).png().toBuffer());
    await importFromPath(admin, { projectId, path: file });
    const { id: documentId } = await db().document.findFirstOrThrow({ where: { projectId, name: `${role}.png` }, select: { id: true } });
    const mine = { projectId, userId: actor.userId };
    const views = () => db().auditEvent.count({ where: { ...mine, subject: { startsWith: `document:${documentId}` } } });
    for (const size of ['1000', 'full'] as const) {
      const seen = await views();
      await buffer((await openPagePicture(actor, { projectId, documentId, index: 0, size })).body);
      expect(await views()).toBe(seen + 1);
    }
    const seen = await views();
    const opened = await openAnnotation(actor, { projectId, documentId }).then(() => 1, () => 0);
    expect(await views()).toBe(seen + opened);
    await expect(db().auditEvent.updateMany({ where: mine, data: { subject: 'nothing' } })).rejects.toThrow(/never changed/);
    await expect(db().auditEvent.deleteMany({ where: mine })).rejects.toThrow(/never changed/);
  });
});
