import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { findSplitPlaces, moveToSplit } from '../../repositories/document';
import { lockSplits } from '../../repositories/new-document';
import { defineUseCase } from '../define-use-case';
import { isPlace, placeInput, placeRule } from './place-input';

/** Puts documents into a split, together with all others of their groups: a group stays in one split. */
export const assignSplit = defineUseCase({
  name: 'assign-split',
  access: { kind: 'project', permission: 'documents.manage' },
  input: z
    .object({
      projectId: z.string(),
      documentIds: z.array(z.string()).min(1).max(5_000),
      ...placeInput,
      split: placeInput.split.unwrap(),
    })
    .refine(isPlace, placeRule),
  run: async (actor, { projectId, documentIds, split, suite }) =>
    db().$transaction(async (tx) => {
      await lockSplits(tx, projectId);
      const found = await findSplitPlaces(tx, projectId, documentIds);
      if (found.length !== new Set(documentIds).size) {
        throw new AppError('not-found', 'Some of these documents are not in this project.');
      }
      const groups = [...new Set(found.flatMap(({ groupKey }) => groupKey ?? []))];
      const moved = await moveToSplit(tx, projectId, { ids: documentIds, groups }, { split, suite: suite ?? null });
      await recordAudit({ projectId, userId: actor.userId, action: 'assign-split', subject: `${moved} documents to ${suite === undefined ? split : `suite ${suite}`}` });
      return { moved, alongWithGroup: moved - found.length };
    }),
});
