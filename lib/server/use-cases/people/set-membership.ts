import { z } from 'zod';
import { roles } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { emailSchema } from '../../auth/sign-in';
import { findPersonByEmail, replaceRoles } from '../../repositories/person';
import { findProject } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

/** Gives somebody who has an account exactly these roles in a project. */
export const setMembership = defineUseCase({
  name: 'set-membership',
  access: { kind: 'project', permission: 'people.manage' },
  input: z.object({
    projectId: z.string(),
    email: emailSchema,
    roles: z.array(z.enum(roles)).min(1, 'choose at least one role').transform((given) => [...new Set(given)]),
  }),
  run: async (actor, { projectId, email, roles: given }) => {
    const [project, person] = await Promise.all([findProject(projectId), findPersonByEmail(email)]);
    if (!project) throw new AppError('not-found', `There is no project "${projectId}".`);
    if (!person) {
      throw new AppError('not-found', `Nobody here has the address ${email}. An admin of the workbench can add them.`);
    }
    await replaceRoles(projectId, person.id, given);
    await recordAudit({ projectId, userId: actor.userId, action: 'set-membership', subject: `user:${person.id}` });
    return { userId: person.id, name: person.name, roles: given };
  },
});
