import { kindOfSource, type ProvenanceKind } from '@/lib/core/annotation/content';
import type { ContentChange } from '@/lib/core/annotation/content-changes';
import { spokenName } from '../fields/panel-model';

const sourceWords: Readonly<Record<ProvenanceKind, string>> = {
  typed: 'typed',
  words: 'from words',
  region: 'read in a box',
  model: 'suggested',
  imported: 'imported',
  absent: 'absent',
};

const countedRows = (count: string): string => `${count} ${count === '1' ? 'row' : 'rows'}`;

/** One change as the history tells it: "Age: 41 → 42, typed". */
export function changeWords({ kind, pointer, before, after, source }: ContentChange): string {
  const name = spokenName(pointer);
  const from = source ? `, ${sourceWords[kindOfSource(source)]}` : '';
  if (kind === 'value') return `${name}: ${before || '(empty)'} → ${after || '(empty)'}${from}`;
  if (kind === 'rows') return `${name}: ${countedRows(before)} → ${countedRows(after)}`;
  if (kind === 'boxes') return `${name}: boxes ${before} → ${after}`;
  return `${name}: ${source ? sourceWords[kindOfSource(source)] : 'not answered any more'}`;
}
