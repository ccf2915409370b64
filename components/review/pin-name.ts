import { parsePointer } from '@/lib/core/record/pointer';
import type { ThreadPin } from '@/lib/core/review/threads';
import type { Translate } from '@/messages/translate';

/** A pointer as people say it: "Indicators 3 · Result", rows counting from 1. */
export const fieldName = (pointer: string): string =>
  parsePointer(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : segment))
    .join(' · ');

/** @param number of the mark on the page, where the place is a box */
export function pinName(t: Translate<'review.places'>, { pointer, page, box }: ThreadPin, number?: number): string {
  if (pointer !== null) return fieldName(pointer);
  if (page !== null) return box === null ? t('page', { page: page + 1 }) : number === undefined ? t('placeOnPage', { page: page + 1 }) : t('numberedPlace', { number, page: page + 1 });
  return t('wholeDocument');
}
