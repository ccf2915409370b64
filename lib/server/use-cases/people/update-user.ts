import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { emailSchema } from '../../auth/sign-in';
import { db } from '../../db/client';
import { countAdmins, findPersonByEmail } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** Renames, gives another address, disables, lets in again, makes or unmakes an admin. The last admin stays one. */
export const updateUser = defineUseCase({
  name: 'update-user',
  access: { kind: 'admin' },
  input: z.object({
    userId: z.string(),
    name: z.string().trim().min(1).max(120).optional(),
    email: emailSchema.optional(),
    isAdmin: z.boolean().optional(),
    isDisabled: z.boolean().optional(),
  }),
  run: async (actor, { userId, name, email, isAdmin, isDisabled }) => {
    const namesake = email === undefined ? null : await findPersonByEmail(email);
    if (namesake && namesake.id !== userId) throw new AppError('duplicate', `Somebody has the address ${email} already.`);
    await db().$transaction(
      async (transaction) => {
        const { count } = await transaction.user.updateMany({
          where: { id: userId, isMachine: false },
          data: {
            ...(name === undefined ? {} : { name }),
            ...(email === undefined ? {} : { email }),
            ...(isAdmin === undefined ? {} : { isAdmin }),
            ...(isDisabled === undefined ? {} : { disabledAt: isDisabled ? new Date() : null }),
          },
        });
        if (count === 0) throw new AppError('not-found', 'This person is not here any more.');
        if ((await countAdmins(transaction)) === 0) {
          throw new AppError('conflict', 'Somebody must stay admin of the workbench. Make another person admin first.');
        }
      },
      { isolationLevel: 'Serializable' },
    );
    await recordAudit({ projectId: null, userId: actor.userId, action: 'update-user', subject: `user:${userId}` });
  },
});
