import { canonicalJson } from '../round/canonical-json';
import type { AnnotationContent } from '../annotation/content';
import type { Json } from '../record/json';

export const goldFormatVersion = 1;

/** A document with its accepted annotation, as it leaves the house. */
export interface GoldExport {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly group: string | null;
  readonly split: string;
  readonly suite: string | null;
  readonly pageCount: number;
  readonly contentHash: string;
  readonly content: AnnotationContent;
  /** "person", "simulated" or "imported". */
  readonly origin: string;
  readonly revision: number;
  readonly acceptedAt: Date | null;
  readonly schemaVersion: { readonly number: number; readonly hash: string };
}

/**
 * One line of a gold export. Gold, evidence and provenance are JSON texts within
 * it: readers of tables (the `datasets` library for one) mangle nested JSON of
 * varying shape. Evidence boxes are page-normalised, pages count from 0.
 */
export function writeGoldLine({ content, acceptedAt, schemaVersion, ...document }: GoldExport): string {
  return `${JSON.stringify({
    format: goldFormatVersion,
    ...document,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    schemaVersion: schemaVersion.number,
    schemaHash: schemaVersion.hash,
    gold: canonicalJson(content.record),
    evidence: canonicalJson(content.evidence as unknown as Json),
    provenance: canonicalJson(content.provenance),
  })}\n`;
}
