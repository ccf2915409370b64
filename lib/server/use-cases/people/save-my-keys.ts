import { z } from 'zod';
import { parseKey, spellKey } from '@/lib/core/commands/key';
import { mostKeys } from '@/lib/core/commands/own-keys';
import { isKept } from '@/lib/core/commands/reserved-keys';
import { AppError } from '@/lib/core/errors/app-error';
import { db } from '../../db/client';
import { findOwnKeys, writeOwnKeys } from '../../repositories/own-keys';
import { defineUseCase } from '../define-use-case';

/** Far more than there are commands. */
const mostCommands = 500;

const key = z
  .string()
  .max(40)
  .refine((text) => parseKey(text) !== null, { error: ({ input }) => `"${String(input)}" is no key` })
  // What every browser keeps would never arrive, whatever computer the person sits at.
  .refine((text) => !isKept(text, false), { error: ({ input }) => `${spellKey(String(input), false)} is kept by the browser` });
const command = z.string().max(80).regex(/^[a-z]+(\.[a-z]+)*\/[a-z]+(-[a-z]+)*$/, 'names no command');

/** Changes one's own keys of the named commands; null goes back to the command's own. @returns all of them */
export const saveMyKeys = defineUseCase({
  name: 'save-my-keys',
  access: { kind: 'signed-in' },
  input: z.object({
    changes: z.record(command, z.array(key).max(mostKeys).refine((keys) => new Set(keys).size === keys.length, 'the same key twice').nullable()),
  }),
  run: (actor, { changes }) =>
    db().$transaction(async (transaction) => {
      // One window after the other, so that the count holds.
      await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${actor.userId} FOR UPDATE`;
      await writeOwnKeys(transaction, actor.userId, changes);
      const own = await findOwnKeys(actor.userId, transaction);
      if (Object.keys(own).length > mostCommands) throw new AppError('invalid-input', `No more than ${mostCommands} commands can have keys of their own.`);
      return own;
    }),
});
