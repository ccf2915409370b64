import type { EvidenceBox } from '../record/evidence';
import type { Json } from '../record/json';
import type { ProvenanceSource } from './content';

/** Row content on its way in or out of a list; marks are keyed relative to the row. */
export interface DetachedRow {
  readonly value: Json;
  readonly evidence: Readonly<Record<string, readonly EvidenceBox[]>>;
  readonly provenance: Readonly<Record<string, ProvenanceSource>>;
}

/**
 * The smallest changes; everything that a person does is one of these or a
 * batch. Each has an inverse, so that undo is applying another operation.
 * An absent `value`, `boxes` or `source` removes what stands there.
 */
export type Operation =
  | { readonly kind: 'set-value'; readonly pointer: string; readonly value?: Json }
  | { readonly kind: 'set-evidence'; readonly pointer: string; readonly boxes?: readonly EvidenceBox[] }
  | { readonly kind: 'set-provenance'; readonly pointer: string; readonly source?: ProvenanceSource }
  | { readonly kind: 'insert-row'; readonly list: string; readonly index: number; readonly row: DetachedRow }
  | { readonly kind: 'remove-row'; readonly list: string; readonly index: number }
  | { readonly kind: 'move-row'; readonly list: string; readonly from: number; readonly to: number }
  | { readonly kind: 'batch'; readonly operations: readonly Operation[] };

export const batch = (...operations: readonly Operation[]): Operation => ({ kind: 'batch', operations });

export const setValue = (pointer: string, value: Json | undefined): Operation =>
  value === undefined ? { kind: 'set-value', pointer } : { kind: 'set-value', pointer, value };

export const setEvidence = (pointer: string, boxes: readonly EvidenceBox[] | undefined): Operation =>
  boxes === undefined || boxes.length === 0
    ? { kind: 'set-evidence', pointer }
    : { kind: 'set-evidence', pointer, boxes };

export const setProvenance = (pointer: string, source: ProvenanceSource | undefined): Operation =>
  source === undefined ? { kind: 'set-provenance', pointer } : { kind: 'set-provenance', pointer, source };
