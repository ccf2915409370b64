import { z } from 'zod';
import type { Translate } from '@/messages/translate';

/** What the workers of this version say of themselves; others may say something else. */
const capabilitiesSchema = z.object({
  engines: z.array(z.string()),
  cores: z.number(),
  memoryBytes: z.number(),
});

const gibibyte = 1024 ** 3;

/** A worker's own account of itself in one line. */
export function describeCapabilities(t: Translate<'settings.workersTab'>, capabilities: unknown): string {
  const parsed = capabilitiesSchema.safeParse(capabilities);
  if (!parsed.success) return '—';
  const { engines, cores, memoryBytes } = parsed.data;
  return t('capabilities', { engines: engines.join(', '), cores, gibibytes: (memoryBytes / gibibyte).toFixed(0) });
}
