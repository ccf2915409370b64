import type { ConstraintTracker } from './constraints';
import type { Pool } from './pool';
import type { ExclusionKind, SelectionExclusion, SelectionInput } from './types';

const sentences: Readonly<Record<ExclusionKind, (of: string) => string>> = {
  'not-read': () => 'Not read yet: it can be picked once its text is there.',
  'already-labelled': () => 'Labelled or queued already.',
  'group-held-back': (group) => `Group ${group} is held back for validation or test.`,
  'near-duplicate': (of) => `Near duplicate of ${of}.`,
  'group-picked': (group) => `Enough of group ${group} is picked already.`,
  'kind-full': (kind) => `Enough documents of kind ${kind} are picked.`,
};

/** Every document a rule kept out of a finished selection, in input order. */
export function listExclusions(
  input: SelectionInput,
  pool: Pool,
  rules: ConstraintTracker,
): SelectionExclusion[] {
  const positions = new Map(pool.documents.map(({ id }, index) => [id, index]));
  const names = new Map(input.documents.map(({ id, name }) => [id, name ?? id]));
  const labelled = new Set(input.alreadyPicked);
  const picked = new Set(rules.picks);
  const blocked = new Set(input.blockedGroups);

  return input.documents.flatMap(({ id, group, features, duplicateOf }): SelectionExclusion[] => {
    const because = (kind: ExclusionKind, subject = ''): SelectionExclusion[] => [
      { documentId: id, kind, reason: sentences[kind](subject) },
    ];
    const duplicates = (of: string): SelectionExclusion[] => [
      { documentId: id, kind: 'near-duplicate', of, reason: sentences['near-duplicate'](names.get(of) ?? of) },
    ];
    if (labelled.has(id)) return because('already-labelled');
    if (group !== null && blocked.has(group)) return because('group-held-back', group);
    if (!features) return because('not-read');
    if (duplicateOf) return duplicates(duplicateOf);
    const index = positions.get(id);
    if (index === undefined || picked.has(index)) return [];
    const barrier = rules.barrier(index);
    if (!barrier) return [];
    if (barrier.kind === 'near-duplicate') return duplicates(barrier.of);
    return because(barrier.kind, barrier.kind === 'kind-full' ? (features.kind ?? '') : (group ?? ''));
  });
}
