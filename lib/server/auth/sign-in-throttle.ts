import { createHash } from 'node:crypto';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '../db/client';
import { env } from '../env/env';

const windowSeconds = 15 * 60;
/** A hospital's many desks share one address: it may fail this many times as often as one account. */
const accountsPerAddress = 5;

export interface SignInTry {
  readonly email: string;
  /** Where the request came from; null where it cannot be told. */
  readonly address: string | null;
}

const limiter = (points: number, keyPrefix: string) =>
  new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'signInTries',
    keyPrefix,
    points,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });

const limiters = () => ({
  account: limiter(env().SIGN_IN_MAX_TRIES, 'account'),
  address: limiter(env().SIGN_IN_MAX_TRIES * accountsPerAddress, 'address'),
});

/** Addresses of people stay out of the table: it holds hashes. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Counts a try before it is looked at, so that tries at the same moment are all
 * counted. @returns minutes to wait where it was one too many, else null.
 */
export async function countTry({ email, address }: SignInTry): Promise<number | null> {
  const { account, address: byAddress } = limiters();
  try {
    if (address !== null) await byAddress.consume(keyOf(address));
    await account.consume(keyOf(email));
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
  }
}

/** A right password clears the account's count and gives the address its try back. */
export async function forgiveTry({ email, address }: SignInTry): Promise<void> {
  const { account, address: byAddress } = limiters();
  await account.delete(keyOf(email));
  if (address !== null) await byAddress.reward(keyOf(address));
  await db().signInTries.deleteMany({ where: { expire: { lt: new Date() } } });
}
