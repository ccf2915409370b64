import { parsePointer } from '@/lib/core/record/pointer';
import type { ThreadPin } from '@/lib/core/review/threads';

/** A pointer as people say it: "Indicators 3 · Result", rows counting from 1. */
export const fieldName = (pointer: string): string =>
  parsePointer(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : segment))
    .join(' · ');

export function pinName({ pointer, page, box }: ThreadPin): string {
  if (pointer !== null) return fieldName(pointer);
  if (page !== null) return box === null ? `Page ${page + 1}` : `A place on page ${page + 1}`;
  return 'The whole document';
}
