/** What the server's document use cases answer (lib/server/use-cases/documents). */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly groupKey: string | null;
  /** Null for whoever only labels. */
  readonly split: string | null;
  readonly suite: string | null;
  readonly pageCount: number;
  readonly readState: ReadState;
  readonly readError: string | null;
  readonly wordCount: number;
  /** 0–1. */
  readonly readConfidence: number | null;
  readonly nearDuplicateOf: string | null;
  /** How far labelling is; null for whoever only labels. */
  readonly progress: {
    readonly hasGold: boolean;
    readonly isQueued: boolean;
    readonly drafts: number;
    readonly submitted: number;
    readonly isSimulated: boolean;
  } | null;
  readonly createdAt: string;
}

const readStates = ['waiting', 'reading', 'read', 'failed'] as const;
export type ReadState = (typeof readStates)[number];
export const isReadState = (value: string): value is ReadState => readStates.some((state) => state === value);

export interface DocumentList {
  readonly documents: readonly DocumentRow[];
  readonly matching: number;
  readonly facets: {
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
    readonly splits: readonly { readonly split: string; readonly suite: string | null; readonly count: number }[];
    readonly readStates: readonly { readonly readState: ReadState; readonly count: number }[];
  };
  readonly nextCursor: string | null;
}

export interface ReadingFigures {
  readonly readPages: number;
  readonly waitingPages: number;
  readonly failedDocuments: number;
  readonly pagesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

export interface DocumentDetail extends Omit<DocumentRow, 'progress'> {
  readonly goldAnnotationId: string | null;
  readonly readMs: number | null;
  readonly queueItem: { readonly position: number } | null;
  readonly pages: readonly {
    readonly index: number;
    readonly width: number;
    readonly height: number;
    readonly readState: ReadState;
    readonly readMs: number | null;
    readonly wordSource: 'ocr' | 'given' | 'text_layer' | null;
    readonly wordCount: number;
  }[];
  readonly annotations: readonly {
    readonly id: string;
    readonly state: string;
    readonly origin: string;
    readonly revision: number;
    readonly updatedAt: string;
    readonly annotator: { readonly name: string; readonly isMachine: boolean };
  }[] | null;
  readonly predictions: readonly {
    readonly checkpointId: string;
    readonly createdAt: string;
    readonly checkpoint: { readonly number: number; readonly name: string; readonly role: string };
  }[] | null;
}
