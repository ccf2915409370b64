import type { KeyChanges, OwnKeys } from '@/lib/core/commands/own-keys';
import { type DbOrTransaction, db } from '../db/client';

/** The keys that a person chose, by command. */
export async function findOwnKeys(userId: string, client: DbOrTransaction = db()): Promise<OwnKeys> {
  const rows = await client.ownKeys.findMany({ where: { userId }, orderBy: { command: 'asc' }, select: { command: true, keys: true } });
  return Object.fromEntries(rows.map(({ command, keys }) => [command, keys]));
}

/** Writes the named commands alone, so that two windows lose nothing to each other. */
export async function writeOwnKeys(client: DbOrTransaction, userId: string, changes: KeyChanges): Promise<void> {
  for (const [command, keys] of Object.entries(changes)) {
    const where = { userId_command: { userId, command } };
    if (keys === null) await client.ownKeys.deleteMany({ where: { userId, command } });
    else await client.ownKeys.upsert({ where, create: { userId, command, keys: [...keys] }, update: { keys: [...keys] } });
  }
}
