import type { JsonObject } from '../record/json';
import { aggregate } from './aggregate';
import type { DocumentScores } from './document-scores';
import { movedFigures, type MovedFigure } from './moved-figures';
import type { EvaluationFigures } from './summarise-evaluation';

/** Why a document's row in an evaluation is not what scoring it again gives. */
export type DocumentChange =
  /** It is scored now and was not then: a new document, or gold that came later. */
  | 'new'
  /** It has no gold that can be scored any more: deleted, moved, or its gold withdrawn. */
  | 'gone'
  /** Its prediction is not stored any more. */
  | 'no-prediction'
  /** Its counts or figures differ. */
  | 'moved';

export interface ChangedDocument {
  readonly documentId: string;
  readonly change: DocumentChange;
}

/** What an evaluation says, and all of its documents. */
export interface EvaluationContent extends EvaluationFigures {
  readonly documents: readonly DocumentScores[];
}

export interface Recheck {
  /** Every figure and every document within 1e-9. */
  readonly isSame: boolean;
  /** Whether the stored figures follow from the stored rows of the documents, whatever gold is now. */
  readonly addsUp: boolean;
  readonly figures: readonly MovedFigure[];
  readonly documents: readonly ChangedDocument[];
}

/** Figures as plain JSON: what a database gives back has no `undefined` and no prototypes. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/**
 * Compares an evaluation as it is stored with the same computed again.
 * @param now null where nothing can be scored any more
 * @param unpredicted documents with gold whose prediction is missing
 */
export function recheck(stored: EvaluationContent, now: EvaluationContent | null, unpredicted: readonly string[]): Recheck {
  const nows = new Map((now?.documents ?? []).map((document) => [document.documentId, document]));
  const known = new Set(stored.documents.map(({ documentId }) => documentId));
  const lost = new Set(unpredicted);
  const changed = stored.documents.flatMap((document): ChangedDocument[] => {
    const { documentId } = document;
    const again = nows.get(documentId);
    if (!again) return [{ documentId, change: lost.has(documentId) ? 'no-prediction' : 'gone' }];
    return movedFigures(plain(document), plain(again)).length > 0 ? [{ documentId, change: 'moved' }] : [];
  });
  const added = [...nows.keys()].filter((id) => !known.has(id)).map((documentId): ChangedDocument => ({ documentId, change: 'new' }));
  const documents = [...changed, ...added];
  const { micro, fields, metrics } = stored;
  const figures = movedFigures(
    plain({ micro, fields, metrics }),
    now ? plain({ micro: now.micro, fields: now.fields, metrics: now.metrics }) : {},
  );
  const sums = aggregate(stored.documents);
  return {
    isSame: documents.length === 0 && figures.length === 0,
    addsUp: movedFigures(plain({ micro, fields }), plain(sums)).length === 0,
    figures,
    documents,
  };
}
