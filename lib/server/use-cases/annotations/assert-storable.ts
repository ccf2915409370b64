import { checkContent } from '@/lib/core/annotation/check-content';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { AppError } from '@/lib/core/errors/app-error';
import type { RecordSchema } from '@/lib/core/schema/types';

/** @throws AppError `does-not-fit-schema` with the pointers at fault and no values. */
export function assertStorable(schema: RecordSchema, content: AnnotationContent, pageCount: number): void {
  const problems = checkContent(schema, content, pageCount);
  const [first] = problems;
  if (!first) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new AppError('does-not-fit-schema', `${first.pointer || 'The record'} ${first.message}${more}.`, {
    problems: problems.slice(0, 50),
  });
}
