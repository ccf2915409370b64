import type { Role } from '@/lib/core/access/roles';

/** What each role is for, in the order that they are shown. */
export const roleWords: Readonly<Record<Role, string>> = {
  annotator: 'labels documents of the queue',
  reviewer: 'accepts or returns labels, compares and promotes checkpoints',
  lead: 'imports, edits the schema, selects, starts rounds, exports',
  admin: 'all of it, and people, settings and the audit log of this project',
};
