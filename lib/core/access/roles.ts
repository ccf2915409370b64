/** Roles of a person in one project; admins of the whole workbench have all. */
export const roles = ['admin', 'lead', 'annotator', 'reviewer'] as const;
export type Role = (typeof roles)[number];

/** Everything that a use case may ask for, and the roles that have it. */
export const permissions = {
  'project.view': ['admin', 'lead', 'annotator', 'reviewer'],
  'project.manage': ['admin'],
  'people.manage': ['admin'],
  'documents.view': ['admin', 'lead', 'annotator', 'reviewer'],
  'documents.import': ['admin', 'lead'],
  'documents.manage': ['admin', 'lead'],
  'schema.view': ['admin', 'lead', 'annotator', 'reviewer'],
  'schema.edit': ['admin', 'lead'],
  'selection.view': ['admin', 'lead'],
  'selection.run': ['admin', 'lead'],
  'annotations.label': ['admin', 'lead', 'annotator'],
  'annotations.review': ['admin', 'lead', 'reviewer'],
  'annotations.discuss': ['admin', 'lead', 'annotator', 'reviewer'],
  'annotations.simulate': ['admin', 'lead'],
  'assignment.manage': ['admin', 'lead'],
  'rounds.view': ['admin', 'lead', 'reviewer'],
  'rounds.run': ['admin', 'lead'],
  'checkpoints.compare': ['admin', 'lead', 'reviewer'],
  'checkpoints.promote': ['admin', 'lead', 'reviewer'],
  'project.export': ['admin', 'lead'],
  'audit.view': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Who is told which documents have gold, in which split they are and who
 * labelled them. Whoever labels may be handed a document whose gold is known,
 * and must not find out.
 */
export const seesProgress = (actor: Actor, projectId: string): boolean => isAllowed(actor, 'annotations.review', projectId);

/** Who acts: put together from the session by the edges, never from input. */
export interface Actor {
  readonly userId: string;
  /** May do everything, in every project. */
  readonly isAdmin: boolean;
  /** Roles by project id. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  /** A worker on another machine, by its token: no person, and no role anywhere. */
  readonly isWorker?: true;
}

/** @returns whether the actor has the permission in that project. */
export function isAllowed(actor: Actor, permission: Permission, projectId: string): boolean {
  if (actor.isAdmin) return true;
  const held = Object.hasOwn(actor.roles, projectId) ? (actor.roles[projectId] ?? []) : [];
  const needed: readonly Role[] = permissions[permission];
  return held.some((role) => needed.includes(role));
}
