import { z } from 'zod';
import { findPeople } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';

/** Everybody who may sign in, with their roles in every project. */
export const listPeople = defineUseCase({
  name: 'list-people',
  access: { kind: 'admin' },
  input: z.object({}),
  run: () => findPeople(),
});
