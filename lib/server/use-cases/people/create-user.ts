import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { issueLink } from '../../auth/one-time-link';
import { emailSchema } from '../../auth/sign-in';
import { findPersonByEmail, insertPerson } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** Adds a person without a password: the link returned lets them in once to set one. */
export const createUser = defineUseCase({
  name: 'create-user',
  access: { kind: 'admin' },
  input: z.object({
    email: emailSchema,
    name: z.string().trim().min(1).max(120),
    isAdmin: z.boolean().default(false),
  }),
  run: async (actor, input) => {
    if (await findPersonByEmail(input.email)) {
      throw new AppError('duplicate', `Somebody has the address ${input.email} already.`);
    }
    const person = await insertPerson(input);
    await recordAudit({ projectId: null, userId: actor.userId, action: 'create-user', subject: `user:${person.id}` });
    return { userId: person.id, link: await issueLink(person.id, 'invitation') };
  },
});
