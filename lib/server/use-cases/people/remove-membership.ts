import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { replaceRoles } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** Takes a person out of a project; what they labelled stays. */
export const removeMembership = defineUseCase({
  name: 'remove-membership',
  access: { kind: 'project', permission: 'people.manage' },
  input: z.object({ projectId: z.string(), userId: z.string() }),
  run: async (actor, { projectId, userId }) => {
    await replaceRoles(projectId, userId, []);
    await recordAudit({ projectId, userId: actor.userId, action: 'remove-membership', subject: `user:${userId}` });
  },
});
