import { z } from 'zod';

/** What the reporter inside of vitest tells `verify`, one JSON object a line. */
export const reportLineSchema = z.object({
  verify: z.enum(['passed', 'failed', 'skipped']),
  name: z.string(),
  detail: z.string(),
});
export type ReportLine = z.infer<typeof reportLineSchema>;

/** The report in a line of output; null for any other line. */
export function parseReportLine(line: string): ReportLine | null {
  if (!line.startsWith('{"verify":')) return null;
  const parsed = reportLineSchema.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data : null;
}
