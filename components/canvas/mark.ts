import type { PageBox } from '@/lib/core/geometry/box';

/** A box drawn over the page: solid for a person's, dashed for a suggestion. */
export interface CanvasMark {
  readonly key: string;
  readonly box: PageBox;
  readonly form: 'person' | 'suggested';
  readonly isInFocus: boolean;
}
