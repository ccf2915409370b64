import { z } from 'zod';
import { countDocuments, countFacets, documentCondition, findDocuments } from '../../repositories/document';
import { defineUseCase } from '../define-use-case';
import { documentFilterShape } from './document-filter';

/** One page of the documents that pass the filters, with how many there are. Words are searched, never shown. */
export const listDocuments = defineUseCase({
  name: 'list-documents',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({
    projectId: z.string(),
    ...documentFilterShape,
    order: z.enum(['asc', 'desc']).default('desc'),
    /** Id of the last document of the page before. */
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  run: async (_actor, { order, cursor, limit, ...filter }) => {
    const where = await documentCondition(filter);
    const [rows, matching, facets] = await Promise.all([
      findDocuments(where, { order, cursor, limit: limit + 1 }),
      countDocuments(where),
      countFacets(filter.projectId),
    ]);
    const documents = rows.slice(0, limit).map(({ annotations, goldAnnotationId, queueItem, ...row }) => ({
      ...row,
      hasGold: goldAnnotationId !== null,
      isQueued: queueItem !== null,
      labels: {
        drafts: annotations.filter(({ state }) => state === 'draft').length,
        submitted: annotations.filter(({ state }) => state !== 'draft').length,
        isSimulated: annotations.length > 0 && annotations.every(({ origin }) => origin === 'simulated'),
      },
    }));
    const last = documents.at(-1);
    return { documents, matching, facets, nextCursor: rows.length > limit && last ? last.id : null };
  },
});

export type DocumentList = Awaited<ReturnType<typeof listDocuments>>;
