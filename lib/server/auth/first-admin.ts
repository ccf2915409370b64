import { db } from '../db/client';
import { recordAudit } from './audit';
import { issueLink } from './one-time-link';

export const firstAdminEmail = 'admin@localhost';

/**
 * Makes sure that somebody can get in: where the only admin
 * has no password yet, a link that works once. There is never a default
 * password; earlier links of that admin stop working.
 * @returns the link's path below APP_URL; null once an admin can sign in.
 */
export async function ensureFirstAdmin(): Promise<string | null> {
  const settled = await db().user.count({
    where: {
      isAdmin: true,
      disabledAt: null,
      isMachine: false,
      OR: [{ passwordHash: { not: null } }, { email: { not: firstAdminEmail } }],
    },
  });
  if (settled > 0) return null;
  const admin = await db().user.upsert({
    where: { email: firstAdminEmail },
    create: { email: firstAdminEmail, name: 'Admin', isAdmin: true },
    update: { isAdmin: true, disabledAt: null },
    select: { id: true },
  });
  await db().oneTimeLink.deleteMany({ where: { userId: admin.id, usedAt: null } });
  const { path } = await issueLink(admin.id, 'first start');
  await recordAudit({ projectId: null, userId: null, action: 'issue-one-time-link', subject: `user:${admin.id}` });
  return path;
}
