import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { ensureFirstAdmin, firstAdminEmail } from '@/lib/server/auth/first-admin';
import { loadActor } from '@/lib/server/auth/load-actor';
import { signInByLink, signInByPassword } from '@/lib/server/auth/sign-in';
import { db } from '@/lib/server/db/client';
import { createUser } from '@/lib/server/use-cases/people/create-user';
import { getMyAccount } from '@/lib/server/use-cases/people/get-my-account';
import { issueOneTimeLink } from '@/lib/server/use-cases/people/issue-one-time-link';
import { listMembers } from '@/lib/server/use-cases/people/list-members';
import { listPeople } from '@/lib/server/use-cases/people/list-people';
import { removeMembership } from '@/lib/server/use-cases/people/remove-membership';
import { setMembership } from '@/lib/server/use-cases/people/set-membership';
import { setPassword } from '@/lib/server/use-cases/people/set-password';
import { updateUser } from '@/lib/server/use-cases/people/update-user';
import { createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const password = 'a sentence makes a good password';
const tokenOf = (path: string | null): string => path?.split('/').at(-1) ?? '';

let admin: Actor;

beforeAll(async () => {
  await createTestDatabase();
});

describe('the first start', () => {
  it('makes an admin without a password and a link that lets them in', async () => {
    const path = await ensureFirstAdmin();
    const person = await signInByLink(tokenOf(path));
    expect(person.email).toBe(firstAdminEmail);
    const actor = await loadActor(person.id);
    expect(actor?.isAdmin).toBe(true);
    if (actor) admin = actor;
    expect(await getMyAccount(admin, {})).toMatchObject({ hasPassword: false });
  });

  it('prints a new link until the admin has a password, and the old one stops working', async () => {
    const first = await ensureFirstAdmin();
    const second = await ensureFirstAdmin();
    await expect(signInByLink(tokenOf(first))).rejects.toMatchObject({ refusal: { code: 'link-unusable' } });
    expect((await signInByLink(tokenOf(second))).id).toBe(admin.userId);
    await setPassword(admin, { password });
    expect(await ensureFirstAdmin()).toBeNull();
    expect(await db().user.count({ where: { isAdmin: true } })).toBe(1);
  });
});

describe('passwords', () => {
  it('are changed only by who knows the current one', async () => {
    await expect(setPassword(admin, { password: 'another good sentence' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(setPassword(admin, { current: 'a guess', password: 'another good sentence' })).rejects.toMatchObject({
      details: { field: 'current' },
    });
    await setPassword(admin, { current: password, password: 'another good sentence' });
    expect((await signInByPassword({ email: firstAdminEmail, password: 'another good sentence' }, null)).id).toBe(admin.userId);
  });

  it('are long', async () => {
    await expect(setPassword(admin, { current: password, password: 'short' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('people', () => {
  it('are added by address, come in by a link, and work in a project once they have a role', async () => {
    await createProject('reports');
    const { userId, link } = await createUser(admin, { email: ' Ana@Example.test', name: 'Ana' });
    await expect(createUser(admin, { email: 'ana@example.test', name: 'Ana again' })).rejects.toMatchObject({ code: 'duplicate' });
    expect((await signInByLink(tokenOf(link.path))).id).toBe(userId);

    await setMembership(admin, { projectId: 'reports', email: 'ana@example.test', roles: ['annotator', 'reviewer', 'annotator'] });
    expect((await loadActor(userId))?.roles).toEqual({ reports: ['annotator', 'reviewer'] });
    await setMembership(admin, { projectId: 'reports', email: 'ana@example.test', roles: ['lead'] });
    expect(await listMembers(admin, { projectId: 'reports' })).toMatchObject([{ name: 'Ana', roles: ['lead'] }]);
    await removeMembership(admin, { projectId: 'reports', userId });
    expect((await loadActor(userId))?.roles).toEqual({});
  });

  it('who forgot their password get a new link from an admin', async () => {
    const { userId } = await createUser(admin, { email: 'bob@example.test', name: 'Bob' });
    const { path } = await issueOneTimeLink(admin, { userId });
    expect((await signInByLink(tokenOf(path))).id).toBe(userId);
  });

  it('who are disabled act no more, though signed in', async () => {
    const { userId } = await createUser(admin, { email: 'cleo@example.test', name: 'Cleo' });
    await updateUser(admin, { userId, isDisabled: true });
    expect(await loadActor(userId)).toBeNull();
    await updateUser(admin, { userId, isDisabled: false });
    expect(await loadActor(userId)).not.toBeNull();
  });

  it('keep one admin among them', async () => {
    await expect(updateUser(admin, { userId: admin.userId, isAdmin: false })).rejects.toMatchObject({ code: 'conflict' });
    await expect(updateUser(admin, { userId: admin.userId, isDisabled: true })).rejects.toMatchObject({ code: 'conflict' });
    expect((await loadActor(admin.userId))?.isAdmin).toBe(true);
  });

  it('are listed without their secrets', async () => {
    expect(JSON.stringify(await listPeople(admin, {}))).not.toMatch(/passwordHash|argon2|tokenHash/);
  });

  it('leave a trace of every change in the audit log, without addresses', async () => {
    const events = await db().auditEvent.findMany({ where: { action: 'create-user' } });
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(events.every(({ userId, subject }) => userId === admin.userId && /^user:[0-9a-f-]+$/.test(subject))).toBe(true);
  });
});
