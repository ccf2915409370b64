const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Where two answers differ: numbers by more than 1e-9, all else at all; the
 * order of keys is part of the answer, because both commands print it.
 */
export function differences(typescript: unknown, python: unknown, path = ''): string[] {
  if (typeof typescript === 'number' && typeof python === 'number')
    return Math.abs(typescript - python) <= 1e-9 ? [] : [`${path}: ${typescript} ≠ ${python}`];
  if (!isObject(typescript) || !isObject(python))
    return typescript === python ? [] : [`${path}: ${JSON.stringify(typescript)} ≠ ${JSON.stringify(python)}`];
  const [ours, theirs] = [Object.keys(typescript), Object.keys(python)];
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    return [`${path}: keys ${JSON.stringify(ours)} ≠ ${JSON.stringify(theirs)}`];
  return ours.flatMap((key) => differences(typescript[key], python[key], `${path}/${key}`));
}
