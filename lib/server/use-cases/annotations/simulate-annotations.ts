import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Provenance } from '@/lib/core/annotation/content';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { leavesOf } from '@/lib/core/record/pointer';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { readGivenGold } from '../../repositories/given-gold';
import { ensureMachineUser } from '../../repositories/machine-users';
import { findSimulatable } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';
import { acceptAnnotation } from './accept-annotation';
import { openAnnotation } from './open-annotation';
import { saveAnnotation } from './save-annotation';
import { submitAnnotation } from './submit-annotation';

/** Open, save, submit and accept as a person's screen would, one after the other. */
async function labelFromGold(machine: Actor, projectId: string, documentId: string): Promise<void> {
  const gold = await readGivenGold(projectId, documentId);
  if (!gold) throw new AppError('not-ready', 'This document came without gold.');
  const at = { projectId, documentId };
  const { annotation, schemaVersion } = await openAnnotation(machine, at);
  const provenance: Provenance = Object.fromEntries(leavesOf(gold.record).map(({ pointer }) => [pointer, 'imported']));
  const { revision } = await saveAnnotation(machine, {
    ...at, ...gold, provenance, baseRevision: annotation.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
  });
  const { state } = await submitAnnotation(machine, { ...at, revision });
  if (state === 'submitted') await acceptAnnotation(machine, { projectId, annotationId: annotation.id });
}

/**
 * Lets the simulated annotator label the next document of the queue from the
 * gold that came with it, through the use cases that people's screens call. One
 * document at a time: the caller repeats it while `left` is not 0.
 * @throws AppError `does-not-fit-schema` where given gold does not fit the newest schema.
 */
export const simulateAnnotations = defineUseCase({
  name: 'simulate-annotations',
  access: { kind: 'project', permission: 'annotations.simulate' },
  input: z.object({ projectId: z.string() }),
  run: async (actor, { projectId }): Promise<{ readonly documentId: string | null; readonly left: number }> => {
    const userId = await ensureMachineUser(db(), 'simulated-annotator');
    const { documentId, left } = await findSimulatable(projectId, new Date());
    if (documentId === null) return { documentId, left: 0 };
    const machine: Actor = { userId, isAdmin: false, roles: { [projectId]: ['annotator', 'reviewer'] } };
    await labelFromGold(machine, projectId, documentId);
    await recordAudit({ projectId, userId: actor.userId, action: 'simulate-annotation', subject: `document:${documentId}` });
    return { documentId, left: left - 1 };
  },
});
