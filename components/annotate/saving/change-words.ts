import { kindOfSource } from '@/lib/core/annotation/content';
import type { ContentChange } from '@/lib/core/annotation/content-changes';
import { translator } from '@/messages/translator';
import { spokenName } from '../fields/panel-model';

const t = translator('annotate.changes');

/** One change as the history tells it: "Age: 41 → 42, typed". */
export function changeWords({ kind, pointer, before, after, source }: ContentChange): string {
  const name = spokenName(pointer);
  const from = source ? t(`sources.${kindOfSource(source)}`) : null;
  if (kind === 'value') {
    const [was, is] = [before || t('empty'), after || t('empty')];
    return from === null
      ? t('value', { name, before: was, after: is })
      : t('valueFrom', { name, before: was, after: is, source: from });
  }
  if (kind === 'rows') return t('rows', { name, before: Number(before), after: Number(after) });
  if (kind === 'boxes') return t('boxes', { name, before, after });
  return from === null ? t('notAnswered', { name }) : t('answer', { name, source: from });
}
