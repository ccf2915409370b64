import type { ReadState, Split } from '../db/generated/enums';
import type { DocumentWhereInput } from '../db/generated/models';
import { type DbOrTransaction, db } from '../db/client';

export interface DocumentFilter {
  readonly projectId: string;
  readonly split?: Split | undefined;
  readonly suite?: string | undefined;
  readonly readState?: ReadState | undefined;
  readonly kind?: string | undefined;
  readonly group?: string | undefined;
  readonly nearDuplicates?: 'only' | 'without' | undefined;
  readonly labelled?: 'yes' | 'no' | undefined;
  /** Found in the name, or as words that a page begins with or holds. */
  readonly text?: string | undefined;
}

/** A search cannot give more documents than this by their words. */
const foundByWordsAtMost = 5_000;

/** Documents whose pages hold all the words searched for, each also as a beginning. */
async function findByWords(projectId: string, text: string): Promise<string[]> {
  // Cut at white space alone: PostgreSQL takes "6.1" and "g/dL" apart as it did in the index.
  const terms = text.split(/\s+/u).filter((term) => /[\p{L}\p{N}]/u.test(term));
  if (terms.length === 0) return [];
  const query = terms.map((term) => `'${term.replaceAll(/['\\]/g, ' ')}':*`).join(' & ');
  // PostgreSQL takes parsing the words of every page for cheap; only the index over them is quick.
  const [, rows] = await db().$transaction([
    db().$queryRaw`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
    db().$queryRaw<{ id: string }[]>`
      with found as materialized (
        select "documentId" from "Page"
        where jsonb_to_tsvector('simple', "words", '["string"]') @@ to_tsquery('simple', ${query})
      )
      select document."id" from "Document" document
      where document."projectId" = ${projectId} and document."id" in (select "documentId" from found)
      limit ${foundByWordsAtMost}`,
  ]);
  return rows.map(({ id }) => id);
}

/** The filter as a condition; words are looked up first. */
export async function documentCondition(filter: DocumentFilter): Promise<DocumentWhereInput> {
  const { projectId, split, suite, readState, kind, group, nearDuplicates, labelled, text } = filter;
  const byWords = text ? await findByWords(projectId, text) : [];
  return {
    projectId,
    ...(split ? { split } : {}),
    ...(suite ? { suite } : {}),
    ...(readState ? { readState } : {}),
    ...(kind ? { kind } : {}),
    ...(group ? { groupKey: group } : {}),
    ...(nearDuplicates === 'only' ? { nearDuplicateOf: { not: null } } : {}),
    ...(nearDuplicates === 'without' ? { nearDuplicateOf: null } : {}),
    ...(labelled === 'yes' ? { goldAnnotationId: { not: null } } : {}),
    ...(labelled === 'no' ? { goldAnnotationId: null } : {}),
    ...(text ? { OR: [{ name: { contains: text, mode: 'insensitive' as const } }, { id: { in: byWords } }] } : {}),
  };
}

const listColumns = {
  id: true,
  name: true,
  kind: true,
  groupKey: true,
  split: true,
  suite: true,
  pageCount: true,
  readState: true,
  readError: true,
  wordCount: true,
  readConfidence: true,
  nearDuplicateOf: true,
  goldAnnotationId: true,
  createdAt: true,
  annotations: { select: { state: true, origin: true } },
  queueItem: { select: { position: true } },
} as const;

/** Documents by id, which is the order of import; after `cursor` where given. */
export function findDocuments(where: DocumentWhereInput, page: { readonly cursor: string | undefined; readonly limit: number; readonly order: 'asc' | 'desc' }) {
  const after = page.order === 'asc' ? { gt: page.cursor ?? '' } : { lt: page.cursor ?? '' };
  return db().document.findMany({
    where: page.cursor === undefined ? where : { AND: [where, { id: after }] },
    orderBy: { id: page.order },
    take: page.limit,
    select: listColumns,
  });
}

export const countDocuments = (where: DocumentWhereInput) => db().document.count({ where });

/** Kinds, splits and suites in use with their counts: what the filters offer. */
export async function countFacets(projectId: string) {
  const [kinds, splits, readStates] = await Promise.all([
    db().document.groupBy({ by: ['kind'], where: { projectId }, _count: true, orderBy: { kind: 'asc' } }),
    db().document.groupBy({ by: ['split', 'suite'], where: { projectId }, _count: true, orderBy: { split: 'asc' } }),
    db().document.groupBy({ by: ['readState'], where: { projectId }, _count: true, orderBy: { readState: 'asc' } }),
  ]);
  return {
    kinds: kinds.flatMap(({ kind, _count }) => (kind === null ? [] : [{ kind, count: _count }])),
    splits: splits.map(({ split, suite, _count }) => ({ split, suite, count: _count })),
    readStates: readStates.map(({ readState, _count }) => ({ readState, count: _count })),
  };
}

/** One document with its pages, who labelled it and who predicted; no record, no words. */
export function findDocument(projectId: string, documentId: string) {
  return db().document.findFirst({
    where: { id: documentId, projectId },
    select: {
      ...listColumns,
      readMs: true,
      readAt: true,
      pages: {
        orderBy: { index: 'asc' },
        select: { index: true, width: true, height: true, readState: true, readMs: true, wordSource: true, wordCount: true },
      },
      annotations: {
        orderBy: { id: 'asc' },
        select: {
          id: true, state: true, origin: true, revision: true, updatedAt: true,
          annotator: { select: { name: true, isMachine: true } },
        },
      },
      predictions: {
        orderBy: { createdAt: 'desc' },
        take: 50,
        select: { checkpointId: true, createdAt: true, checkpoint: { select: { number: true, name: true, role: true } } },
      },
    },
  });
}

/** Where a page's files are, and how large it is; null for a page of another project. */
export function findPageFiles(projectId: string, documentId: string, index: number) {
  return db().page.findFirst({
    where: { index, document: { id: documentId, projectId } },
    select: { imageKey: true, previewKey: true, width: true, height: true, document: { select: { project: { select: { ocrLanguage: true } } } } },
  });
}

export function findSplitPlaces(tx: DbOrTransaction, projectId: string, documentIds: readonly string[]) {
  return tx.document.findMany({
    where: { projectId, id: { in: [...documentIds] } },
    select: { id: true, groupKey: true },
  });
}

/** Puts documents, and those that share a group with them, into a split. @returns how many it moved. */
export async function moveToSplit(
  tx: DbOrTransaction,
  projectId: string,
  documents: { readonly ids: readonly string[]; readonly groups: readonly string[] },
  place: { readonly split: Split; readonly suite: string | null },
): Promise<number> {
  const { count } = await tx.document.updateMany({
    where: { projectId, OR: [{ id: { in: [...documents.ids] } }, { groupKey: { in: [...documents.groups] } }] },
    data: place,
  });
  return count;
}

/** Removes a document that nobody has labelled; false where somebody has. */
export async function deleteUnlabelled(projectId: string, documentId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.document.deleteMany({ where: { id: documentId, projectId, annotations: { none: {} } } });
    if (count === 1) {
      await tx.document.updateMany({ where: { projectId, nearDuplicateOf: documentId }, data: { nearDuplicateOf: null } });
    }
    return count === 1;
  });
}

/** How far reading is, in pages, and what was read since a moment. */
export async function countReading(projectId: string, since: Date) {
  const [pages, recent, failed] = await Promise.all([
    db().page.groupBy({ by: ['readState'], where: { document: { projectId, readState: { not: 'failed' } } }, _count: true }),
    db().document.aggregate({
      where: { projectId, readState: 'read', readAt: { gte: since }, readMs: { not: null } },
      _sum: { pageCount: true, readMs: true },
      _min: { readAt: true },
      _max: { readAt: true },
    }),
    db().document.count({ where: { projectId, readState: 'failed' } }),
  ]);
  const of = (state: ReadState): number => pages.find(({ readState }) => readState === state)?._count ?? 0;
  return {
    readPages: of('read'),
    waitingPages: of('waiting') + of('reading'),
    failedDocuments: failed,
    recent:
      recent._min.readAt && recent._max.readAt
        ? {
            pages: recent._sum.pageCount ?? 0,
            machineMs: recent._sum.readMs ?? 0,
            firstMs: recent._min.readAt.getTime(),
            lastMs: recent._max.readAt.getTime(),
          }
        : null,
  };
}
