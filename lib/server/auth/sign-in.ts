import { z } from 'zod';
import { type SignInRefusal, writeRefusal } from '@/lib/core/access/sign-in-refusal';
import { db } from '../db/client';
import { recordAudit } from './audit';
import { consumeLink } from './one-time-link';
import { isPasswordRight } from './password';
import { countTry, forgiveTry } from './sign-in-throttle';

/** A refusal that the sign-in page can put into words; next-auth hands on its message. */
export class RefusedSignIn extends Error {
  override readonly name = 'RefusedSignIn';

  constructor(readonly refusal: SignInRefusal) {
    super(writeRefusal(refusal));
  }
}

export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** One spelling of an e-mail address: how it is stored and looked up. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email());

const person = { id: true, name: true, email: true, disabledAt: true, isMachine: true } as const;

const canSignIn = (user: { readonly disabledAt: Date | null; readonly isMachine: boolean }): boolean =>
  user.disabledAt === null && !user.isMachine;

async function noteSignIn(userId: string, how: string): Promise<void> {
  await recordAudit({ projectId: null, userId, action: 'sign-in', subject: how });
}

/**
 * Signs in by e-mail address and password.
 * @throws RefusedSignIn `wrong-credentials` (also for unknown accounts, as slowly) or `too-many-tries`.
 */
export async function signInByPassword(
  given: { readonly email: string; readonly password: string },
  address: string | null,
): Promise<SignedInPerson> {
  const email = given.email.trim().toLowerCase();
  const waitMinutes = await countTry({ email, address });
  if (waitMinutes !== null) throw new RefusedSignIn({ code: 'too-many-tries', waitMinutes });
  const user = await db().user.findUnique({ where: { email }, select: { ...person, passwordHash: true } });
  const isRight = await isPasswordRight(user && canSignIn(user) ? user.passwordHash : null, given.password);
  if (!user || !isRight) throw new RefusedSignIn({ code: 'wrong-credentials' });
  await forgiveTry({ email, address });
  await noteSignIn(user.id, 'password');
  return { id: user.id, name: user.name, email: user.email };
}

/** Signs in by a one-time link and uses it up. @throws RefusedSignIn `link-unusable` */
export async function signInByLink(token: string): Promise<SignedInPerson> {
  const userId = await consumeLink(token);
  const user = userId === null ? null : await db().user.findUnique({ where: { id: userId }, select: person });
  if (!user || !canSignIn(user)) throw new RefusedSignIn({ code: 'link-unusable' });
  await noteSignIn(user.id, 'link');
  return { id: user.id, name: user.name, email: user.email };
}

/**
 * The person behind an address that the identity provider vouches for.
 * @throws RefusedSignIn `unknown-person`: accounts are made by an admin, never by signing in.
 */
export async function signInByProvider(email: string | undefined, isVerified: boolean): Promise<SignedInPerson> {
  const parsed = emailSchema.safeParse(email);
  const user =
    parsed.success && isVerified
      ? await db().user.findUnique({ where: { email: parsed.data }, select: person })
      : null;
  if (!user || !canSignIn(user)) throw new RefusedSignIn({ code: 'unknown-person' });
  await noteSignIn(user.id, 'provider');
  return { id: user.id, name: user.name, email: user.email };
}
