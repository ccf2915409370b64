import type { LabelledDocument } from '@/lib/core/policy/types';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import type { SchemaInUse } from '../evaluation/load-gold';
import { loadWords } from '../evaluation/load-words';
import { readLabels, type LabelRef } from '../repositories/label';
import { carryContent } from '../review/carry-content';

/** A model learns from so many labels at most, the newest: its training stays a matter of seconds. */
const mostLabels = 300;

const byTime = (a: LabelRef, b: LabelRef): number => (b.submittedAt?.getTime() ?? 0) - (a.submittedAt?.getTime() ?? 0);
const byPlace = (a: LabelRef, b: LabelRef): number => (a.position ?? Infinity) - (b.position ?? Infinity) || (a.documentId < b.documentId ? -1 : 1);

/** The labelled documents under one schema version, in the order of selection; what does not fit it is left out. */
export async function loadLabels(labels: readonly LabelRef[], version: SchemaInUse): Promise<LabelledDocument[]> {
  const chosen = labels.toSorted(byTime).slice(0, mostLabels).sort(byPlace);
  const [rows, words] = await Promise.all([
    readLabels(chosen.map(({ annotationId }) => annotationId)),
    loadWords(chosen.map(({ documentId }) => documentId)),
  ]);
  const byId = new Map(rows.map((row) => [row.annotationId, row]));
  return chosen.flatMap(({ documentId, annotationId }): LabelledDocument[] => {
    const row = byId.get(annotationId);
    if (!row) return [];
    const { record, evidence } = carryContent(row, version);
    if (checkRecordFits(version.schema, record).some(({ code }) => code === 'shape')) return [];
    return [{ id: documentId, pages: words.get(documentId) ?? [], gold: record, evidence }];
  });
}
