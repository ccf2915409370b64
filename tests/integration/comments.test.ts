import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { listThreads } from '@/lib/server/use-cases/comments/list-threads';
import { replyToThread } from '@/lib/server/use-cases/comments/reply-to-thread';
import { resolveThread } from '@/lib/server/use-cases/comments/resolve-thread';
import { startThread } from '@/lib/server/use-cases/comments/start-thread';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { createQueue, labelOnce } from './support/labelling';

let number = 0;
async function scene() {
  const projectId = `talk-${number++}`;
  const [documentId = ''] = await createQueue(projectId, 1);
  const [ann, bob, rob] = (await Promise.all(
    (['annotator', 'annotator', 'reviewer'] as const).map((role) => createPerson({ roles: { [projectId]: [role] } })),
  )) as [Actor, Actor, Actor];
  const { revision, annotationId } = await labelOnce(ann, projectId, documentId, { name: 'Ann Lee', age: 41 });
  await submitAnnotation(ann, { projectId, documentId, revision });
  return { projectId, documentId, annotationId, on: { projectId, annotationId }, ann, bob, rob };
}

beforeAll(async () => {
  await createTestDatabase();
});

describe('comments on an annotation', () => {
  it('are pinned to a leaf, a place on a page, or the whole, and say who and when', async () => {
    const { on, rob } = await scene();
    await startThread(rob, { ...on, body: '41 or 47?', pointer: '/age' });
    await startThread(rob, { ...on, body: 'Is this a stamp?', page: 0, box: [0.1, 0.2, 0.3, 0.4] });
    await startThread(rob, { ...on, body: 'Nearly there.' });
    const { threads } = await listThreads(rob, on);
    expect(threads).toMatchObject([
      { pointer: '/age', page: null, box: null, comments: [{ body: '41 or 47?', authorName: expect.stringContaining('Person') as string }] },
      { pointer: null, page: 0, box: [0.1, 0.2, 0.3, 0.4] },
      { pointer: null, page: null },
    ]);
  });

  it('cannot be pinned to what is not there', async () => {
    const { on, rob } = await scene();
    for (const wrong of [{ pointer: '/surname' }, { pointer: '/indicators' }, { page: 1 }, { box: [0, 0, 1, 1] as const }]) {
      await expect(startThread(rob, { ...on, body: 'x', ...wrong } as Parameters<typeof startThread>[1])).rejects.toMatchObject({ code: 'invalid-input' });
    }
    await expect(startThread(rob, { ...on, body: '  ' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('reach the annotator when the work is sent back, can be answered, resolved and opened again', async () => {
    const { on, ann, rob } = await scene();
    const { id: threadId } = await startThread(rob, { ...on, body: '41 or 47?', pointer: '/age' });
    const thread = { projectId: on.projectId, threadId };
    expect((await listThreads(ann, on)).threads).toEqual([]);
    await expect(replyToThread(ann, { ...thread, body: '47' })).rejects.toMatchObject({ code: 'not-found' });
    await returnAnnotation(rob, { ...on, note: 'See the comment.' });
    expect((await listThreads(ann, on)).threads).toMatchObject([{ pointer: '/age', resolvedAt: null }]);
    await replyToThread(ann, { ...thread, body: 'It is 47.' });
    await resolveThread(ann, { ...thread, isResolved: true });
    const [resolved] = (await listThreads(rob, on)).threads;
    expect(resolved).toMatchObject({ resolvedByName: expect.any(String), comments: [{ body: '41 or 47?' }, { body: 'It is 47.' }] });
    await resolveThread(rob, { ...thread, isResolved: false });
    expect((await listThreads(ann, on)).threads).toMatchObject([{ resolvedAt: null, resolvedByName: null }]);
  });

  it('may be asked by the annotator, and reviewers see them at once', async () => {
    const { on, ann, rob } = await scene();
    await startThread(ann, { ...on, body: 'I cannot read this.', pointer: '/name' });
    expect((await listThreads(rob, on)).threads).toHaveLength(1);
    expect((await listThreads(ann, on)).threads).toHaveLength(1);
  });

  it('are nothing to other annotators, also after the decision, nor to people of other projects', async () => {
    const { on, bob, rob } = await scene();
    const { id: threadId } = await startThread(rob, { ...on, body: 'x', pointer: '/age' });
    await acceptAnnotation(rob, on);
    const other = await scene();
    for (const [stranger, projectId] of [[bob, on.projectId], [other.rob, other.projectId], [other.ann, other.projectId]] as const) {
      await expect(listThreads(stranger, { ...on, projectId })).rejects.toMatchObject({ code: 'not-found' });
      await expect(startThread(stranger, { ...on, projectId, body: 'x' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(replyToThread(stranger, { projectId, threadId, body: 'x' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(resolveThread(stranger, { projectId, threadId, isResolved: true })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('stay out of the audit log and of queries that do not ask for them by name', async () => {
    const { on, rob } = await scene();
    const { id } = await startThread(rob, { ...on, body: 'Ann Lee is 47', pointer: '/age' });
    const audit = await db().auditEvent.findMany({ where: { projectId: on.projectId } });
    expect(audit).toContainEqual(expect.objectContaining({ action: 'start-thread', subject: `annotation:${on.annotationId}` }));
    expect(audit.map(({ action, subject }) => `${action} ${subject}`).join()).not.toContain('Ann Lee');
    expect(JSON.stringify(await db().commentThread.findMany({ where: { id }, include: { comments: true } }))).not.toContain('Ann Lee');
  });
});
