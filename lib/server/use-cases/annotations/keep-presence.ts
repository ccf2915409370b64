import { z } from 'zod';
import type { PresenceView } from '@/lib/core/annotation/contract';
import { AppError } from '@/lib/core/errors/app-error';
import { keepSeat } from '../../assignment/keep-seat';
import { findLabelDocument } from '../../repositories/annotation-view';
import { findOthersAt } from '../../repositories/lease';
import { defineUseCase } from '../define-use-case';

/** An open screen says that it is still there: keeps its lease up, and hears who else is at the document. */
export const keepPresence = defineUseCase({
  name: 'keep-presence',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), visitId: z.string().min(8).max(64) }),
  run: async (actor, { projectId, documentId, visitId }): Promise<PresenceView> => {
    if (!(await findLabelDocument(projectId, documentId))) throw new AppError('not-found', 'This document does not exist in this project.');
    const now = new Date();
    const hasSeat = await keepSeat({ projectId, documentId, userId: actor.userId, now, visitId });
    const others = await findOthersAt(documentId, actor.userId, now);
    return { hasSeat, others: others.map((other) => ({ name: other.user.name, hasSeat: other.hasSeat })) };
  },
});
