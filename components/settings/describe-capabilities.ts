import { capabilitiesSchema } from '@/lib/core/round/capabilities';
import type { Translate } from '@/messages/translate';

const gibibyte = 1024 ** 3;

/** A worker's own account of itself in one line; what is in its way comes first. */
export function describeCapabilities(t: Translate<'settings.workersTab'>, capabilities: unknown): string {
  const parsed = capabilitiesSchema.safeParse(capabilities);
  if (!parsed.success) return '—';
  const { engines, cores, memoryBytes, cards, driver, problems = [], ray } = parsed.data;
  const machine = t(engines.length > 0 ? 'capabilities' : 'noEngine', { engines: engines.join(', '), cores, gibibytes: (memoryBytes / gibibyte).toFixed(0) });
  const parts = [...problems, ...(ray?.problem ? [ray.problem] : []), machine];
  if (cards) {
    parts.push(cards.length === 0 ? t('noCard') : cards.map(({ name, memoryGib }) => t('card', { name, memoryGib })).join(' · '));
    if (driver) parts.push(t('driver', { driver }));
  }
  if (ray) {
    const { version, address, cores: total, gpus } = ray;
    parts.push(version === null ? t('raySilent', { address }) : t('ray', { version, address, cores: total, gpus }));
  }
  return parts.join(' · ');
}
