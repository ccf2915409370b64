import type { ImportRow } from '../formats/import-row';
import { leavesOf } from '../record/pointer';
import { checkRecordFits } from '../schema/fit-record';
import type { RecordSchema } from '../schema/types';

/** How many problems a message lists before it counts the rest. */
const listed = 5;

/**
 * Why the row's gold cannot be taken, or null. Only what cannot be stored or
 * compared is refused: a number written as text is gold all the same. The
 * message has pointers and rules, never a value (invariant 11).
 */
export function goldProblem(schema: RecordSchema, row: ImportRow, pageCount: number): string | null {
  if (!row.gold) return null;
  const problems = checkRecordFits(schema, row.gold)
    .filter(({ severity }) => severity === 'structure')
    .map(({ pointer, message }) => `${pointer || 'the record'} ${message}`);
  const leaves = new Set(leavesOf(row.gold).map(({ pointer }) => pointer));
  for (const [pointer, boxes] of Object.entries(row.evidence ?? {})) {
    if (!leaves.has(pointer)) problems.push(`evidence for ${pointer}, which the gold does not have`);
    if (boxes.some(({ page }) => page >= pageCount)) problems.push(`evidence for ${pointer} on a page that is not there`);
  }
  if (problems.length === 0) return null;
  const rest = problems.length - listed;
  return `Gold does not fit: ${problems.slice(0, listed).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}
