import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { hashPassword, isPasswordRight, passwordLength } from '../../auth/password';
import { countTry, forgiveTry } from '../../auth/sign-in-throttle';
import { findAccount, savePassword } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** One's own password. Who has one already must name it; guesses count as failed sign-ins. */
export const setPassword = defineUseCase({
  name: 'set-password',
  access: { kind: 'signed-in' },
  input: z.object({
    current: z.string().max(passwordLength.max).optional(),
    password: z
      .string()
      .min(passwordLength.min, `needs at least ${passwordLength.min} characters`)
      .max(passwordLength.max),
  }),
  run: async (actor, { current, password }) => {
    const account = await findAccount(actor.userId);
    if (!account) throw new AppError('unauthenticated', 'You are not signed in. Sign in and try again.');
    if (account.passwordHash !== null) {
      const asTry = { email: account.email, address: null };
      const waitMinutes = await countTry(asTry);
      if (waitMinutes !== null) throw new AppError('rate-limited', `Too many tries. Wait ${waitMinutes} min, then try again.`);
      if (!(await isPasswordRight(account.passwordHash, current ?? ''))) {
        throw new AppError('invalid-input', 'The current password is not right.', { field: 'current' });
      }
      await forgiveTry(asTry);
    }
    await savePassword(actor.userId, await hashPassword(password));
    await recordAudit({ projectId: null, userId: actor.userId, action: 'set-password', subject: `user:${actor.userId}` });
  },
});
