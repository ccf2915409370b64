import type { DbTransaction } from '../db/client';

/** The channel of PostgreSQL on which rounds are told of; the message is the round's id. */
export const roundChannel = 'hundredfold_round';

/** Tells whoever follows the round that there is something new, when the transaction is through. */
export async function ringRound(tx: DbTransaction, roundId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${roundChannel}, ${roundId})`;
}
