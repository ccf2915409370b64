import type { DocumentChange } from './recheck';

/** What a recheck found, without its lists. */
export interface RecheckOutcome {
  readonly isSame: boolean;
  readonly addsUp: boolean;
  readonly goldChanged: boolean;
  readonly lostRows: number;
  readonly figureCount: number;
  readonly changes: Readonly<Record<DocumentChange, number>>;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a recheck found, in sentences for people. */
export function describeRecheck({ isSame, addsUp, goldChanged, lostRows, figureCount, changes }: RecheckOutcome): string[] {
  if (isSame && lostRows === 0) return ['It comes out the same, to 1e-9.'];
  return [
    ...(goldChanged ? ['Gold or the documents of the split have changed since.'] : []),
    ...(changes.new > 0 ? [`${counted(changes.new, 'document is', 'documents are')} new.`] : []),
    ...(changes.gone > 0 ? [`${counted(changes.gone, 'document has', 'documents have')} no gold to score any more.`] : []),
    ...(changes['no-prediction'] > 0 ? [`${counted(changes['no-prediction'], 'prediction is', 'predictions are')} missing.`] : []),
    ...(changes.moved > 0 ? [`${counted(changes.moved, 'document scores', 'documents score')} otherwise.`] : []),
    ...(lostRows > 0 ? [`${counted(lostRows, 'row', 'rows')} went with deleted documents.`] : []),
    ...(figureCount > 0 ? [`${counted(figureCount, 'figure', 'figures')} would be another.`] : []),
    addsUp ? 'What is stored still adds up from its own rows.' : 'What is stored does not add up from its own rows.',
  ];
}
