import { parsePointer } from '@/lib/core/record/pointer';
import type { ThreadPin } from '@/lib/core/review/threads';
import type { Translate } from '@/messages/translate';

/** A pointer as people say it: "Indicators 3 · Result", rows counting from 1. */
export const fieldName = (pointer: string): string =>
  parsePointer(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : segment))
    .join(' · ');

export function pinName(t: Translate<'review.places'>, { pointer, page, box }: ThreadPin): string {
  if (pointer !== null) return fieldName(pointer);
  if (page !== null) return box === null ? t('page', { page: page + 1 }) : t('placeOnPage', { page: page + 1 });
  return t('wholeDocument');
}
