import type { PageBox } from '@/lib/core/geometry/box';

/** A box drawn over the page: solid for a person's, dashed for a suggestion. */
export interface CanvasMark {
  readonly key: string;
  readonly box: PageBox;
  readonly form: 'person' | 'suggested';
  /** How sure a suggestion is, 0–1; null for a person's. */
  readonly confidence: number | null;
  readonly isInFocus: boolean;
  /** Its place among all boxes of its field. */
  readonly at: number;
}
