import type { LabelledDocument } from '@/lib/core/policy';
import { documentFeatures, selectDocuments, type SelectionStrategy } from '@/lib/core/sampling';

export interface Split {
  readonly picked: readonly LabelledDocument[];
  readonly rest: readonly LabelledDocument[];
}

/** `count` documents by the product's sampler, in the order of their picking, and all others. */
export function select(
  documents: readonly LabelledDocument[],
  strategy: SelectionStrategy,
  count: number,
  seed: number,
): Split {
  const { picks } = selectDocuments(strategy, {
    documents: documents.map(({ id, pages }) => ({
      id,
      group: null,
      features: documentFeatures({ pages, image: null }),
    })),
    alreadyPicked: [],
    count,
    seed,
    constraints: {},
  });
  const byId = new Map(documents.map((document) => [document.id, document]));
  const picked = picks.flatMap(({ documentId }) => byId.get(documentId) ?? []);
  const taken = new Set(picked);
  return { picked, rest: documents.filter((document) => !taken.has(document)) };
}
