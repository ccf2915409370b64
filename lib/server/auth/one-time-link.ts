import { createHash, randomBytes } from 'node:crypto';
import { db } from '../db/client';

const hourMs = 60 * 60 * 1000;
/** Purpose of the links that the demo prints. */
export const demoPurpose = 'demo';

const lifetimeMs = 72 * hourMs;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface IssuedLink {
  /** Path below APP_URL; the token in it is kept nowhere. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** Makes a sign-in link that works once, for 72 hours. `purpose` is for the audit. */
export async function issueLink(userId: string, purpose: string): Promise<IssuedLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifetimeMs);
  await db().oneTimeLink.create({ data: { tokenHash: hashOf(token), userId, purpose, expiresAt } });
  return { path: `/link/${token}`, expiresAt };
}

const usable = (token: string) => ({
  tokenHash: hashOf(token),
  usedAt: null,
  expiresAt: { gt: new Date() },
  user: { disabledAt: null },
});

interface LinkOwner {
  readonly name: string;
  readonly hasPassword: boolean;
  /** The link was printed by the demo: whoever follows it will not want a password. */
  readonly isDemo: boolean;
}

/** Whose link this is, without using it up; null where it does not work any more. */
export async function peekLink(token: string): Promise<LinkOwner | null> {
  const link = await db().oneTimeLink.findFirst({
    where: usable(token),
    select: { purpose: true, user: { select: { name: true, passwordHash: true } } },
  });
  return (
    link && { name: link.user.name, hasPassword: link.user.passwordHash !== null, isDemo: link.purpose === demoPurpose }
  );
}

/** Uses the link up; of two at the same moment one gets the user's id, the other null. */
export async function consumeLink(token: string): Promise<string | null> {
  const { count } = await db().oneTimeLink.updateMany({ where: usable(token), data: { usedAt: new Date() } });
  if (count !== 1) return null;
  const link = await db().oneTimeLink.findUniqueOrThrow({
    where: { tokenHash: hashOf(token) },
    select: { userId: true },
  });
  return link.userId;
}
