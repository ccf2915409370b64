import { z } from 'zod';
import { findRounds } from '../../repositories/round';
import { describeRounds } from '../../rounds/describe-round';
import { defineUseCase } from '../define-use-case';

/** Rounds of a project, newest first. */
export const listRounds = defineUseCase({
  name: 'list-rounds',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({
    projectId: z.string(),
    /** Id of the last round of the page before. */
    before: z.string().optional(),
    take: z.coerce.number().int().min(1).max(200).default(100),
  }),
  run: async (_actor, { projectId, before, take }) => {
    const rows = await findRounds(projectId, before, take + 1);
    const rounds = await describeRounds(projectId, rows.slice(0, take));
    return { rounds, next: rows.length > take ? (rounds.at(-1)?.id ?? null) : null };
  },
});

export type RoundList = Awaited<ReturnType<typeof listRounds>>;
