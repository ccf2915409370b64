import { AppError } from '@/lib/core/errors/app-error';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import type { RecordSchema } from '@/lib/core/schema/types';

/** @throws AppError `invalid-input` naming the first key at fault; all of them in its details. */
export function parseOrRefuse(json: unknown): RecordSchema {
  const parsed = parseRecordSchema(json);
  if (parsed.ok) return parsed.schema;
  const [first] = parsed.problems;
  const more = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more)` : '';
  throw new AppError(
    'invalid-input',
    `The schema cannot be used: ${first?.pointer || 'the whole'}: ${first?.message ?? 'unknown'}${more}`,
    { problems: parsed.problems },
  );
}
