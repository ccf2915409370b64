import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { issueLink, peekLink } from '@/lib/server/auth/one-time-link';
import { hashPassword } from '@/lib/server/auth/password';
import { signInByLink, signInByPassword, signInByProvider } from '@/lib/server/auth/sign-in';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const password = 'correct horse battery staple';

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'signed in',
    (error: { refusal: unknown }) => error.refusal,
  );

async function personWithPassword(name: string): Promise<{ readonly userId: string; readonly email: string }> {
  const { userId } = await createPerson({ name });
  const { email } = await db().user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(password) },
    select: { email: true },
  });
  return { userId, email };
}

beforeAll(async () => {
  await createTestDatabase({ SIGN_IN_MAX_TRIES: '3' });
});

beforeEach(async () => {
  await db().signInTries.deleteMany();
});

describe('signing in by password', () => {
  it('takes the address in any spelling and the right password', async () => {
    const { userId, email } = await personWithPassword('Ada One');
    const person = await signInByPassword({ email: ` ${email.toUpperCase()} `, password }, '10.0.0.1');
    expect(person.id).toBe(userId);
  });

  it('says the same of a wrong password, an unknown account and an account without password', async () => {
    const { email } = await personWithPassword('Ada Two');
    await createPerson({ name: 'Bo NoPassword' });
    const tries = [
      { email, password: 'wrong' },
      { email: 'nobody@example.test', password },
      { email: 'bo.nopassword@example.test', password },
      { email: '', password: '' },
    ];
    for (const attempt of tries) {
      expect(await refusalOf(signInByPassword(attempt, null))).toEqual({ code: 'wrong-credentials' });
    }
  });

  it('refuses people who were disabled', async () => {
    const { userId, email } = await personWithPassword('Cy Gone');
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await refusalOf(signInByPassword({ email, password }, null))).toEqual({ code: 'wrong-credentials' });
  });
});

describe('throttling', () => {
  it('refuses even the right password after too many tries, and says how long to wait', async () => {
    const { email } = await personWithPassword('Di Forgot');
    for (let count = 0; count < 3; count += 1) await refusalOf(signInByPassword({ email, password: 'wrong' }, null));
    expect(await refusalOf(signInByPassword({ email, password }, null))).toEqual({
      code: 'too-many-tries',
      waitMinutes: 15,
    });
  });

  it('counts tries that come at the same moment', async () => {
    const { email } = await personWithPassword('Ed Parallel');
    const refusals = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(signInByPassword({ email, password: 'wrong' }, null))),
    );
    expect(refusals.filter((refusal) => (refusal as { code: string }).code === 'wrong-credentials')).toHaveLength(3);
  });

  it('throttles an address that tries many accounts', async () => {
    const { email } = await personWithPassword('Flo Victim');
    for (let count = 0; count < 15; count += 1) {
      await refusalOf(signInByPassword({ email: `guess${count}@example.test`, password }, '10.9.9.9'));
    }
    expect(await refusalOf(signInByPassword({ email, password }, '10.9.9.9'))).toMatchObject({ code: 'too-many-tries' });
    expect(await refusalOf(signInByPassword({ email, password }, '10.9.9.8'))).toBe('signed in');
  });

  it('forgets the tries of an account that signed in', async () => {
    const { email } = await personWithPassword('Gus Typo');
    for (let count = 0; count < 4; count += 1) {
      await refusalOf(signInByPassword({ email, password: 'wrong' }, null));
      expect(await refusalOf(signInByPassword({ email, password }, null))).toBe('signed in');
    }
  });
});

describe('one-time links', () => {
  it('sign in once', async () => {
    const { userId } = await createPerson({ name: 'Hal Link' });
    const token = (await issueLink(userId, 'test')).path.split('/').at(-1) ?? '';
    expect(await peekLink(token)).toEqual({ name: 'Hal Link', hasPassword: false, isDemo: false });
    expect((await signInByLink(token)).id).toBe(userId);
    expect(await refusalOf(signInByLink(token))).toEqual({ code: 'link-unusable' });
    expect(await peekLink(token)).toBeNull();
  });

  it('let one of two at the same moment in', async () => {
    const { userId } = await createPerson({ name: 'Ida Twice' });
    const token = (await issueLink(userId, 'test')).path.split('/').at(-1) ?? '';
    const outcomes = await Promise.all([refusalOf(signInByLink(token)), refusalOf(signInByLink(token))]);
    expect(outcomes.filter((outcome) => outcome === 'signed in')).toHaveLength(1);
  });

  it('are refused when expired, unknown or of a disabled person', async () => {
    const { userId } = await createPerson({ name: 'Jo Late' });
    const token = (await issueLink(userId, 'test')).path.split('/').at(-1) ?? '';
    await db().oneTimeLink.updateMany({ where: { userId }, data: { expiresAt: new Date(0) } });
    const second = (await issueLink(userId, 'test')).path.split('/').at(-1) ?? '';
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    for (const refused of [token, second, 'unknown', '']) {
      expect(await refusalOf(signInByLink(refused))).toEqual({ code: 'link-unusable' });
    }
  });

  it('leave no token in the database', async () => {
    const { userId } = await createPerson({ name: 'Kim Hash' });
    const token = (await issueLink(userId, 'test')).path.split('/').at(-1) ?? '';
    const rows = await db().oneTimeLink.findMany({ where: { userId } });
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('signing in by an identity provider', () => {
  it('finds the person by address and makes nobody', async () => {
    const { userId } = await createPerson({ name: 'Lea Oidc' });
    expect((await signInByProvider('Lea.OIDC@example.test', true)).id).toBe(userId);
    for (const [email, isVerified] of [['stranger@example.test', true], ['lea.oidc@example.test', false], [undefined, true]] as const) {
      expect(await refusalOf(signInByProvider(email, isVerified))).toEqual({ code: 'unknown-person' });
    }
    expect(await db().user.count({ where: { email: 'stranger@example.test' } })).toBe(0);
  });
});
