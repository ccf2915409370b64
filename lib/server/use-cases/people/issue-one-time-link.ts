import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { issueLink } from '../../auth/one-time-link';
import { findPerson } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** A link that signs this person in once: for those who forgot their password. */
export const issueOneTimeLink = defineUseCase({
  name: 'issue-one-time-link',
  access: { kind: 'admin' },
  input: z.object({ userId: z.string() }),
  run: async (actor, { userId }) => {
    if (!(await findPerson(userId))) throw new AppError('not-found', 'This person is not here any more.');
    const link = await issueLink(userId, 'asked for by an admin');
    await recordAudit({ projectId: null, userId: actor.userId, action: 'issue-one-time-link', subject: `user:${userId}` });
    return link;
  },
});
