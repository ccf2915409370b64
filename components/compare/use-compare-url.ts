'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { heldOutSplits, type HeldOut } from '@/lib/core/evaluation/held-out';
import { outcomes, type Outcome } from '@/lib/core/evaluation/outcomes';
import { leafVerdicts, type LeafVerdict } from '@/lib/core/metrics/typed-errors';

export interface CompareAddress extends HeldOut {
  readonly ids: readonly string[];
  /** Whose outcomes are counted against the first; null for the last one. */
  readonly against: string | null;
  readonly outcome: Outcome | null;
  /** What some checkpoint's value is; only lines, no documents, are chosen by it. */
  readonly verdict: LeafVerdict | null;
  readonly documentId: string | null;
  /** Place of the line in focus. */
  readonly line: number | null;
}

const isOutcome = (text: string | null): text is Outcome => (outcomes as readonly (string | null)[]).includes(text);

/** A link to a suite without its name shows the test split. */
function readHeldOut(search: URLSearchParams): HeldOut {
  const suite = search.get('suite') ?? '';
  const split = heldOutSplits.find((name) => name === search.get('split')) ?? 'test';
  if (split !== 'transfer') return { split, suite: '' };
  return suite === '' ? { split: 'test', suite } : { split, suite };
}

function read(search: URLSearchParams): CompareAddress {
  const outcome = search.get('outcome');
  const line = Number(search.get('line') ?? NaN);
  return {
    ids: (search.get('ids') ?? '').split(',').filter((id) => id !== ''),
    ...readHeldOut(search),
    against: search.get('against'),
    outcome: isOutcome(outcome) ? outcome : null,
    verdict: leafVerdicts.find((name) => name === search.get('verdict')) ?? null,
    documentId: search.get('document'),
    line: Number.isInteger(line) && line >= 0 ? line : null,
  };
}

function write({ ids, split, suite, against, outcome, verdict, documentId, line }: CompareAddress): string {
  const search = new URLSearchParams({ ids: ids.join(','), split });
  if (suite !== '') search.set('suite', suite);
  if (against) search.set('against', against);
  if (outcome) search.set('outcome', outcome);
  if (verdict) search.set('verdict', verdict);
  if (documentId) search.set('document', documentId);
  if (line !== null) search.set('line', String(line));
  return search.toString().replaceAll('%2C', ',');
}

/** Place of the checkpoint that is compared with the first; never 0. */
export function placeOfAgainst({ ids, against }: CompareAddress): number {
  const place = against === null ? -1 : ids.indexOf(against);
  return place > 0 ? place : ids.length - 1;
}

/** The line in focus as the URL has it now: the page may not be drawn yet when the next key comes. */
export const lineNow = (): number | null => read(new URLSearchParams(window.location.search)).line;

/** Everything that a comparison shows stands in its URL: a difference can be sent to somebody. */
export function useCompareUrl(): readonly [CompareAddress, (change: Partial<CompareAddress>) => void] {
  const search = useSearchParams();
  const path = usePathname();
  const address = useMemo(() => read(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (part: Partial<CompareAddress>) => {
      // The address as it is now, not as it was rendered: two changes in one turn both count.
      const now = read(new URLSearchParams(window.location.search));
      // No round trip to the server for a step to the next difference.
      window.history.replaceState(null, '', `${path}?${write({ ...now, ...part })}`);
    },
    [path],
  );
  return [address, change];
}
