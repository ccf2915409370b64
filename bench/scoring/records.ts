import { existsSync, readFileSync } from 'node:fs';
import type { JsonObject } from '@/lib/core/record/json';
import { createRandom, type Random } from '@/lib/core/random';

export interface Pair {
  readonly gold: JsonObject;
  readonly prediction: JsonObject;
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const dishes = ['ES TEH MANIS', 'NASI GORENG', 'AYAM BAKAR', 'CAPPUCCINO', 'EGG TART', 'REDBEAN BREAD', 'MIE GORENG', 'JUS ALPUKAT'];
const price = (random: Random): string => `${1 + random.int(90)},${random.pick(['000', '500', '250'])}`;

/** What a model does to a value: mostly nothing, sometimes a letter or the separator. */
function misread(text: string, random: Random): string {
  const kind = random.int(10);
  if (kind === 0) return text.replace(',', '.');
  if (kind === 1 && text.length > 3) return text.slice(0, 2) + text.slice(3);
  return text;
}

const misreadAll = (fields: Readonly<Record<string, string>>, random: Random): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(() => random.int(15) > 0)
      .map(([key, text]) => [key, misread(text, random)]),
  );

function receipt(random: Random): Pair {
  const menu = times(1 + random.int(7), () => ({
    nm: `${random.pick(dishes)} ${random.pick(['', '(L)', '2X', 'SPECIAL'])}`.trim(),
    cnt: String(1 + random.int(3)),
    price: price(random),
    ...(random.int(3) ? {} : { unitprice: price(random) }),
  }));
  const sub_total = { subtotal_price: price(random), tax_price: price(random) };
  const total = { total_price: price(random), cashprice: price(random), changeprice: price(random) };
  const read = menu.filter(() => random.int(12) > 0).map((row) => misreadAll(row, random));
  return {
    gold: { menu, sub_total, total },
    prediction: { menu: read, sub_total: misreadAll(sub_total, random), total: misreadAll(total, random) },
  };
}

/** Receipts with the keys of CORD, as a good model would read them. The same for the same seed. */
export function receipts(count: number, seed: number): Pair[] {
  const random = createRandom(seed);
  return times(count, () => receipt(random));
}

function table(rowCount: number, random: Random): Pair {
  const rows = times(rowCount, (i) => ({
    item: `ANALYTE ${1 + random.int(i + 1)}`,
    result: (random.int(2000) / 10).toFixed(1),
    unit: random.pick(['g/L', 'mmol/L', 'U/L', '10^9/L']),
    flag: random.pick(['', '', 'H', 'L']),
  }));
  const read = rows.filter(() => random.int(20) > 0).map((row) => ({ ...row, result: random.int(6) ? row.result : `${row.result}1` }));
  return { gold: { rows }, prediction: { rows: random.shuffle(read) } };
}

/** Laboratory tables whose rows come in another order, some lost, a sixth of the results misread. */
export function tables(count: number, rowCount: number, seed: number): Pair[] {
  const random = createRandom(seed);
  return times(count, () => table(rowCount, random));
}

/** CORD's test receipts as a model read them, where the shared data lie beside the clone; null elsewhere. */
export function sharedReceipts(): Pair[] | null {
  const file = '../shared/data/metric-golden/cord50_qwenvl72b.jsonl';
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const { gt, pred } = JSON.parse(line) as { readonly gt: JsonObject; readonly pred: JsonObject };
    return { gold: gt, prediction: pred };
  });
}
