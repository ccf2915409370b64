import { z } from 'zod';
import type { Role } from '@/lib/core/access/roles';
import { findMembers } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly roles: readonly Role[];
}

/** The people of one project and what each may do there, by name. */
export const listMembers = defineUseCase({
  name: 'list-members',
  access: { kind: 'project', permission: 'people.manage' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }): Promise<readonly Member[]> => {
    const members = new Map<string, Member>();
    for (const { user, role } of await findMembers(projectId)) {
      const { id: userId, name, email, disabledAt } = user;
      const roles = [...(members.get(userId)?.roles ?? []), role];
      members.set(userId, { userId, name, email, isDisabled: disabledAt !== null, roles });
    }
    return [...members.values()];
  },
});
