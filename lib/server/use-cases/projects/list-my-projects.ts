import { z } from 'zod';
import { findProjectsOf } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

/** What the project switcher shows: only where the person has a role. */
export const listMyProjects = defineUseCase({
  name: 'list-my-projects',
  access: { kind: 'signed-in' },
  input: z.object({}),
  run: (actor) => findProjectsOf(actor.userId, actor.isAdmin),
});
