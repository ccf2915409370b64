import { z } from 'zod';
import { claimLease, findOpenItems, findQueueItem, findReturnedItems } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** Items tried before giving up: each miss means that somebody else was faster. */
const attempts = 20;

/**
 * The next document for the actor: what came back to them, then the first open
 * one behind `after`, then from the start. Takes its lease unless it only looks.
 * @returns null where nothing is left for them.
 */
export const nextInQueue = defineUseCase({
  name: 'next-in-queue',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), after: z.string().optional(), isLookOnly: z.boolean().default(false) }),
  run: async (actor, { projectId, after, isLookOnly }): Promise<{ documentId: string | null }> => {
    const now = new Date();
    const from = after === undefined ? null : await findQueueItem(projectId, after);
    const behind = from ? await findOpenItems(projectId, actor.userId, now, from.position, attempts) : [];
    const anywhere = await findOpenItems(projectId, actor.userId, now, -1, attempts);
    const returned = await findReturnedItems(projectId, actor.userId);
    const candidates = [...new Set([...returned, ...behind, ...anywhere])].filter((id) => id !== after);
    for (const documentId of candidates) {
      if (isLookOnly || (await claimLease(documentId, actor.userId, now))) return { documentId };
    }
    return { documentId: null };
  },
});
