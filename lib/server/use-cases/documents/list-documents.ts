import { z } from 'zod';
import { seesProgress } from '@/lib/core/access/roles';
import { countDocuments, countFacets, documentCondition, findDocuments } from '../../repositories/document';
import { defineUseCase } from '../define-use-case';
import { documentFilterShape } from './document-filter';

type ListedRow = Awaited<ReturnType<typeof findDocuments>>[number];

/** How far labelling of a document is. */
const progressOf = ({ annotations, goldAnnotationId, queueItem }: Pick<ListedRow, 'annotations' | 'goldAnnotationId' | 'queueItem'>) => ({
  hasGold: goldAnnotationId !== null,
  isQueued: queueItem !== null,
  drafts: annotations.filter(({ state }) => state === 'draft').length,
  submitted: annotations.filter(({ state }) => state !== 'draft').length,
  isSimulated: annotations.length > 0 && annotations.every(({ origin }) => origin === 'simulated'),
});

/**
 * One page of the documents that pass the filters, with how many there are. Words are searched, never shown.
 * Whoever only labels is not told splits and labels, nor may filter by them: they would tell which gold is known.
 */
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
  run: async (actor, { order, cursor, limit, ...asked }) => {
    const isTold = seesProgress(actor, asked.projectId);
    const filter = isTold ? asked : { ...asked, split: undefined, suite: undefined, labelled: undefined };
    const where = await documentCondition(filter);
    const [rows, matching, facets] = await Promise.all([
      findDocuments(where, { order, cursor, limit: limit + 1 }),
      countDocuments(where),
      countFacets(filter.projectId),
    ]);
    const documents = rows.slice(0, limit).map(({ annotations, goldAnnotationId, queueItem, ...row }) => ({
      ...row,
      ...(isTold ? {} : { split: null, suite: null }),
      progress: isTold ? progressOf({ annotations, goldAnnotationId, queueItem }) : null,
    }));
    const last = documents.at(-1);
    return { documents, matching, facets: isTold ? facets : { ...facets, splits: [] }, nextCursor: rows.length > limit && last ? last.id : null };
  },
});

export type DocumentList = Awaited<ReturnType<typeof listDocuments>>;
