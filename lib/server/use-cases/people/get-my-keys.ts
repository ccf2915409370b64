import { z } from 'zod';
import { findOwnKeys } from '../../repositories/own-keys';
import { defineUseCase } from '../define-use-case';

/** The keys that one chose oneself, by command; commands that are not named have their own. */
export const getMyKeys = defineUseCase({
  name: 'get-my-keys',
  access: { kind: 'signed-in' },
  input: z.object({}),
  run: (actor) => findOwnKeys(actor.userId),
});
