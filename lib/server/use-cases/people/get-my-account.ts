import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { findAccount } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** Who one is here, and whether there is a password yet. */
export const getMyAccount = defineUseCase({
  name: 'get-my-account',
  access: { kind: 'signed-in' },
  input: z.object({}),
  run: async (actor) => {
    const account = await findAccount(actor.userId);
    if (!account) throw new AppError('unauthenticated', 'You are not signed in. Sign in and try again.');
    const { passwordHash, ...shown } = account;
    return { ...shown, hasPassword: passwordHash !== null };
  },
});

export type MyAccount = Awaited<ReturnType<typeof getMyAccount>>;
