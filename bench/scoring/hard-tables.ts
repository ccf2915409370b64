import type { Json } from '@/lib/core/record/json';
import { createRandom } from '@/lib/core/random';
import type { Pair } from './records';

const rowCount = 500;
const keys = [...'abcdefghij'];

/** 500 × 500 rows where pairing is slow: ties everywhere, nothing alike, lists inside rows. */
export function hardTables(): readonly { readonly name: string; readonly pair: Pair }[] {
  const random = createRandom(500);
  const cells = (columns: number, values: number): Record<string, string> =>
    Object.fromEntries(keys.slice(0, columns).map((key) => [key, String(random.int(values))]));
  const inner = (rows: number, columns: number, values: number): Json[] =>
    Array.from({ length: rows }, () => cells(columns, values));
  const both = (gold: (i: number) => Json, predicted: (i: number) => Json = gold): Pair => ({
    gold: { rows: Array.from({ length: rowCount }, (_, i) => gold(i)) },
    prediction: { rows: Array.from({ length: rowCount }, (_, i) => predicted(i)) },
  });
  return [
    { name: '10 columns of 2 values', pair: both(() => cells(10, 2)) },
    { name: '4 columns of 8 values', pair: both(() => cells(4, 8)) },
    { name: '6 columns of 30 values', pair: both(() => cells(6, 30)) },
    { name: 'all rows equal', pair: both(() => ({ a: '1', b: '2' })) },
    { name: 'all rows equal but for one column', pair: both(() => ({ a: '1', b: '2' }), () => ({ a: '1', b: '3' })) },
    { name: 'one value in common, the rest distinct', pair: both((i) => ({ a: '1', b: `g${i}` }), (i) => ({ a: '1', b: `p${i}` })) },
    { name: 'all rows distinct', pair: both((i) => ({ a: `g${i}`, b: `h${i}` }), (i) => ({ a: `p${i}`, b: `h${499 - i}` })) },
    { name: 'texts of 8 values', pair: both((i) => String(i % 8), (i) => String(i % 9)) },
    { name: 'objects in rows', pair: both(() => ({ a: cells(2, 8), b: cells(2, 6) })) },
    { name: 'lists of 3 texts in rows', pair: both(() => ({ a: cells(1, 8), list: [0, 1, 2].map(() => String(random.int(8))) })) },
    { name: 'lists of 3 rows in rows', pair: both(() => ({ ...cells(1, 8), list: inner(3, 2, 8) })) },
    { name: 'lists of 6 rows in rows, dense', pair: both(() => ({ ...cells(1, 8), list: inner(6, 3, 4) })) },
  ];
}
