import { gainOf } from './facility-location';
import { nearestLikeness, raiseTo, type Pool } from './pool';
import type { NearDocument, SelectionPick, SelectionStrategy } from './types';

const listed = 3;

interface Share {
  /** Documents nearest to this pick. */
  readonly count: number;
  readonly nearest: readonly NearDocument[];
}

/** Gives each pool document to its nearest pick, the earlier one on a tie. */
function shareOut(pool: Pool, picks: readonly number[]): Map<number, Share> {
  const centres = [...pool.labelled, ...picks];
  const likeness = new Float32Array(pool.documents.length);
  const owner = new Int32Array(pool.documents.length).fill(-1);
  for (const centre of centres) {
    pool.similarity.row(centre).forEach((value, index) => {
      if (value <= likeness[index]!) return;
      likeness[index] = value;
      owner[index] = centre;
    });
  }
  for (const centre of centres) owner[centre] = -1;
  const members = new Map<number, NearDocument[]>(centres.map((centre) => [centre, []]));
  pool.documents.forEach(({ id }, index) => {
    members.get(owner[index]!)?.push({ documentId: id, similarity: likeness[index]! });
  });
  return new Map(
    [...members].map(([centre, documents]) => [
      centre,
      {
        count: documents.length,
        nearest: documents.sort((a, b) => b.similarity - a.similarity).slice(0, listed),
      },
    ]),
  );
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;

function standsFor({ count }: Share, nearestName: string | undefined): string {
  if (count === 0 || nearestName === undefined) return 'stands for itself only';
  return `stands for ${count} ${count === 1 ? 'document' : 'documents'} like it; most alike: ${nearestName}`;
}

function sentence(
  strategy: SelectionStrategy,
  place: { readonly rank: number; readonly total: number; readonly likeness: number; readonly first: boolean },
  stands: string,
): string {
  if (strategy === 'random') return `Drawn by chance, ${place.rank} of ${place.total}; ${stands}.`;
  if (strategy === 'k-center') {
    return place.first
      ? `The first one, drawn by chance; ${stands}.`
      : `The least like all picked before it (${percent(place.likeness)} alike); ${stands}.`;
  }
  return `${stands.charAt(0).toUpperCase()}${stands.slice(1)}.`;
}

const mean = (values: Float32Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Explanation {
  readonly initialCoverage: number;
  readonly picks: readonly SelectionPick[];
}

/** What each pick adds, which documents it stands for, and the sentence that says so. */
export function explainPicks(
  pool: Pool,
  picks: readonly number[],
  strategy: SelectionStrategy,
): Explanation {
  const names = new Map(pool.documents.map(({ id, name }) => [id, name ?? id]));
  const shares = shareOut(pool, picks);
  const nearest = nearestLikeness(pool, pool.labelled);
  const initialCoverage = mean(nearest);
  const explained = picks.map((index, i): SelectionPick => {
    const row = pool.similarity.row(index);
    const likeness = nearest[index] ?? 0;
    const gain = gainOf(row, nearest) / pool.documents.length;
    raiseTo(nearest, row);
    const share = shares.get(index) ?? { count: 0, nearest: [] };
    const first = i === 0 && pool.labelled.length === 0;
    return {
      documentId: pool.documents[index]?.id ?? '',
      rank: i + 1,
      gain,
      coverage: mean(nearest),
      represents: share.count,
      nearest: share.nearest,
      reason: sentence(
        strategy,
        { rank: i + 1, total: picks.length, likeness, first },
        standsFor(share, names.get(share.nearest[0]?.documentId ?? '')),
      ),
    };
  });
  return { initialCoverage, picks: explained };
}
