import { z } from 'zod';
import { outcomes } from '@/lib/core/evaluation/outcomes';
import { checkpointsToCompare, schemaInUse } from '../../evaluation/checkpoints-to-compare';
import { outcomeTable } from '../../evaluation/outcome-table';
import { defineUseCase } from '../define-use-case';
import { againstSchema, checkpointIdsSchema, heldOutInput, heldOutRule, isHeldOutInput, placeOfAgainst } from './compare-input';

/** Documents of a split with what became of their leaves, most differences first. */
export const compareDocuments = defineUseCase({
  name: 'compare-documents',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z
    .object({
      projectId: z.string(),
      ids: checkpointIdsSchema,
      ...heldOutInput,
      against: againstSchema,
      /** Only documents with such a leaf. */
      outcome: z.enum(outcomes).optional(),
      /** Id of the last document of the page before. */
      after: z.string().optional(),
      take: z.coerce.number().int().min(1).max(500).default(200),
    })
    .refine(isHeldOutInput, heldOutRule),
  run: async (_actor, { projectId, ids, split, suite, against, outcome, after, take }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    const [first, later] = [rows[0], rows[placeOfAgainst(ids, against)]];
    if (!first || !later || first === later) return { documents: [], next: null };
    const version = schemaInUse(later.schemaVersion);
    const table = await outcomeTable({ projectId, heldOut: { split, suite }, before: first.id, after: later.id, version });
    const matching = table.documents.filter(({ counts }) => outcome === undefined || counts[outcome] > 0);
    const start = after === undefined ? 0 : matching.findIndex(({ documentId }) => documentId === after) + 1;
    const page = matching.slice(start, start + take);
    return { documents: page, next: start + take < matching.length ? (page.at(-1)?.documentId ?? null) : null };
  },
});

export type ComparedDocuments = Awaited<ReturnType<typeof compareDocuments>>;
