const describeValue = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** A worker's own account of itself in one line: "queues reading, rounds · cores 2". */
export function describeCapabilities(capabilities: unknown): string {
  if (Array.isArray(capabilities)) return capabilities.map(String).join(', ') || '—';
  if (typeof capabilities !== 'object' || capabilities === null) return '—';
  const entries = Object.entries(capabilities).map(([name, value]) => `${name} ${describeValue(value)}`);
  return entries.join(' · ') || '—';
}
